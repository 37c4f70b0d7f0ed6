import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '#log';
import type { Store } from '#store';
import { detectChange } from './detect-change.ts';
import { instant, percentileOf } from './measure.ts';
import type { Pipeline } from './pipeline.ts';
import type { Receiver } from './receiver.ts';

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly messages: number;
}

const CHANGES_A_SECOND = 100;
const SECONDS = 10;
/** Told before the clock runs: connections are open and code is warm then. */
const WARM_UP = 200;
const SOURCES = 60;

/** Milliseconds from before a change's commit to the subscriber's first byte, at 100 changes a second, one subscription. */
export async function measureLatency(
  store: Store,
  log: EventLog,
  pipeline: Pipeline,
  receiver: Receiver,
): Promise<Latency> {
  await pipeline.subscribe('everything', 'immediate', receiver.url);
  await pipeline.notifier.start();
  await tell(store, log, 'warm', WARM_UP);
  await pipeline.notifier.drained();
  await receiver.arrivals();
  const told = await tell(store, log, 'timed', CHANGES_A_SECOND * SECONDS);
  await pipeline.notifier.drained();
  const arrivals = await receiver.arrivals();
  const waits = arrivals.map(({ changeId, at }) => at - (told.get(changeId) ?? Number.NaN));
  if (arrivals.length !== told.size || waits.some(Number.isNaN)) {
    throw new Error(`${arrivals.length} messages for ${told.size} changes: the figure would mean nothing`);
  }
  return {
    p50: percentileOf(waits, 50),
    p99: percentileOf(waits, 99),
    worst: Math.max(...waits),
    messages: waits.length,
  };
}

/** @returns when each change was about to be committed */
async function tell(store: Store, log: EventLog, name: string, count: number): Promise<ReadonlyMap<string, number>> {
  const told = new Map<string, number>();
  const began = instant();
  for (let at = 0; at < count; at += 1) {
    const dueIn = began + (at * 1000) / CHANGES_A_SECOND - instant();
    if (dueIn > 0) await pause(dueIn);
    const changeId = `${name}-${at}`;
    // Before the commit: what the commit itself takes counts, too.
    told.set(changeId, instant());
    await detectChange(store, log, changeId, `list-${at % SOURCES}`);
  }
  return told;
}

export function latencyLine({ p50, p99, worst, messages }: Latency): string {
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms over ${messages} messages`;
}
