import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedLog } from '#log';
import { openStore } from '#store';
import type { Bench } from './bench.ts';
import { latencyLine, measureLatency } from './measure-latency.ts';
import { createPipeline } from './pipeline.ts';
import { startReceiver } from './receiver.ts';

/** Change to webhook on one machine. */
export const latencyBench: Bench = {
  name: 'latency',
  run: async (print) => {
    const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'));
    const store = await openStore(`sqlite:${join(folder, 'redline.sqlite')}`);
    const log = createEmbeddedLog(store, { now: () => new Date() });
    const pipeline = createPipeline(store, log, { concurrency: 16, perEndpoint: 4 });
    const receiver = await startReceiver();
    print(`at 100 changes a second: ${latencyLine(await measureLatency(store, log, pipeline, receiver))}`);
    await pipeline.stop();
    await receiver.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  },
};
