import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { type Config, stopOnSignal } from '#process';
import type { ReplayClock } from '../clock.ts';
import type { Redline } from '../compose.ts';
import { type Serving, serve } from '../serve.ts';
import { type OnProgress, replay } from './replay.ts';

/** A corpus may carry its own `sources.yaml`: guards fit for the few entries of a small collection. */
export function forCorpus(config: Config, directory: string): Config {
  const own = join(directory, 'sources.yaml');
  return existsSync(own) ? { ...config, REDLINE_SOURCES_FILE: own } : config;
}

/** Replays with a progress bar on a terminal, delivers what is due, and either serves the result or ends. */
export async function replayCommand(
  redline: Redline,
  clock: ReplayClock,
  directory: string,
  leaveUp: boolean,
  print: (line: string) => void,
): Promise<void> {
  await redline.startLog();
  await redline.differ.start();
  await redline.notifier.start();
  const bar = progressBar();
  const { captures, unwatched } = await replay(redline, clock, directory, bar.onProgress);
  bar.stop();
  print(`${captures} captures replayed from ${directory}`);
  for (const [sourceId, count] of unwatched) print(`  not watched, skipped: ${sourceId} (${count} captures)`);
  if (leaveUp) {
    const serving = await serve(redline);
    print(`Pages and API: ${serving.url}`);
    if (serving.adminLink) print(`Administrator's link, good once: ${serving.adminLink}`);
    stopOnSignal(redline.logger, () => end(redline, serving));
    return;
  }
  await end(redline, undefined);
}

async function end(redline: Redline, serving: Serving | undefined): Promise<void> {
  await serving?.stop();
  await redline.differ.stop();
  await redline.notifier.stop();
  await redline.close();
}

function progressBar(): { onProgress: OnProgress; stop: () => void } {
  if (!process.stdout.isTTY) return { onProgress: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: ' {bar} {value}/{total}  {day}  {source}', hideCursor: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    onProgress: (done, total, capture) => {
      const payload = { day: capture.retrievedAt.slice(0, 10), source: capture.sourceId };
      if (!started) bar.start(total, done, payload);
      else bar.update(done, payload);
      started = true;
    },
    stop: () => bar.stop(),
  };
}
