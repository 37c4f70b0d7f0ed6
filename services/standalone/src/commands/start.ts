import { stopOnSignal } from '#process';
import type { Redline } from '../compose.ts';
import { serve } from '../serve.ts';

const STALENESS_EVERY_MS = 10 * 60_000;

/** Runs collector, differ, notifier and desk until a signal; prints the address and, the first time, the admin link. */
export async function start(redline: Redline, print: (line: string) => void): Promise<void> {
  await redline.differ.start();
  await redline.notifier.start();
  const serving = await serve(redline);
  if (redline.config.REDLINE_COLLECT) await redline.collector.start();
  const staleness = setInterval(() => void watchStaleness(redline), STALENESS_EVERY_MS);

  print(`Redline watches ${redline.catalogue.sources.length} sources. Pages and API: ${serving.url}`);
  if (serving.adminLink) print(`Administrator's link, good once, within 24 hours: ${serving.adminLink}`);
  redline.logger.info({ url: serving.url, sources: redline.catalogue.sources.length }, 'process.started');

  stopOnSignal(redline.logger, async () => {
    clearInterval(staleness);
    await serving.stop();
    await redline.fetcher.close();
    await redline.collector.stop();
    await redline.differ.stop();
    await redline.notifier.stop();
    await redline.close();
  });
}

async function watchStaleness(redline: Redline): Promise<void> {
  try {
    await redline.differ.checkStaleness();
  } catch (error) {
    redline.logger.error({ err: error }, 'staleness.check_failed');
  }
}
