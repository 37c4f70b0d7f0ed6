import type { Store } from '#store';
import { rowsAfter } from '../../libs/log/src/outbox/outbox-rows.ts';
import { timed } from './measure.ts';
import type { Pipeline } from './pipeline.ts';

/** Sources, each with its first list known and these more captures to come. */
export interface CaptureLoad {
  readonly sources: number;
  readonly rounds: number;
}

/** What a run came to: one alert for each capture, or the figure would mean nothing. */
export interface CapturesRun {
  readonly alerts: number;
  readonly seconds: number;
  /** Share of one core that this process kept busy; the rest of the time it waited. */
  readonly busy: number;
  /** Outbox rows of the measured captures, changes and alerts. */
  readonly rows: Awaited<ReturnType<typeof rowsAfter>>;
}

/** As many as a collector asks side by side. */
const POLLS_AT_ONCE = 4;

/** From the first capture taken in to the last alert kept, with everything running meanwhile. */
export async function runCaptures(store: Store, pipeline: Pipeline, load: CaptureLoad): Promise<CapturesRun> {
  await pipeline.subscribe('everything', 'daily', 'https://subscriber.example/hook');
  await pipeline.start();
  for (let source = 0; source < load.sources; source += 1) await pipeline.takeIn(source, 0);
  await pipeline.differ.drained();
  const before = (await rowsAfter(store.session, 0, 1_000_000)).at(-1)?.position ?? 0;
  const cpuBefore = process.cpuUsage();
  const ms = await timed(async () => {
    await Promise.all(Array.from({ length: POLLS_AT_ONCE }, (_, poll) => takeInShare(pipeline, load, poll)));
    await pipeline.differ.drained();
    await pipeline.notifier.drained();
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  const rows = await rowsAfter(store.session, before, 1_000_000);
  const alerts = rows.filter(({ topic }) => topic === 'redline.alerts').length;
  const expected = load.sources * load.rounds;
  if (alerts !== expected) throw new Error(`${alerts} alerts, ${expected} expected: the figure would mean nothing`);
  return { alerts, seconds: ms / 1000, busy: (user + system) / 1000 / ms, rows };
}

/** Every fourth source, round by round: the captures of one source keep their order. */
async function takeInShare(pipeline: Pipeline, { sources, rounds }: CaptureLoad, poll: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    for (let source = poll; source < sources; source += POLLS_AT_ONCE) await pipeline.takeIn(source, round);
  }
}
