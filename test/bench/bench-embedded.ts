import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEmbeddedLog } from '#log';
import { openStore } from '#store';
import type { Bench } from './bench.ts';
import { medianOf, timed } from './measure.ts';
import { createPipeline } from './pipeline.ts';
import { runCaptures } from './run-captures.ts';

const RUNS = 3;
const LOAD = { sources: 60, rounds: 15 };

/** Captures to alerts on one machine, beside a loop that only inserts the same rows, one transaction each. */
export const embeddedBench: Bench = {
  name: 'embedded',
  run: async (print) => {
    const redline: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'));
      const store = await openStore(`sqlite:${join(folder, 'redline.sqlite')}`);
      const log = createEmbeddedLog(store, { now: () => new Date() });
      const pipeline = createPipeline(store, log, { concurrency: 0, perEndpoint: 0 });
      const { alerts, seconds, rows } = await runCaptures(store, pipeline, LOAD);
      await pipeline.stop();
      await store.close();
      redline.push(alerts / seconds);
      bare.push(alerts / (await insertLoop(join(folder, 'bare.sqlite'), rows)));
      rmSync(folder, { recursive: true, force: true });
    }
    const [ours, theirs] = [medianOf(redline), medianOf(bare)];
    print(`capture to alert               ${ours.toFixed(0)} alerts/s`);
    print(`bare insert loop, same rows    ${theirs.toFixed(0)} alerts/s (three commits each)`);
    print(`ratio                          ${(theirs / ours).toFixed(1)}`);
  },
};

/** @returns seconds */
async function insertLoop(path: string, rows: readonly { readonly key: string; readonly body: string }[]) {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (key TEXT, body TEXT);');
  const insert = database.prepare('INSERT INTO rows (key, body) VALUES (?, ?)');
  const ms = await timed(() => {
    for (const { key, body } of rows) insert.run(key, body);
  });
  database.close();
  return ms / 1000;
}
