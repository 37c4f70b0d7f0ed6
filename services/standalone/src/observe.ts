import { listHeldReadings, listOpenSourceProblems } from '#store';
import type { Redline } from './compose.ts';

/** One dependency that the process cannot work without. */
export interface Health {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** A group that has work and has not moved for this long is stuck, however well its process looks. */
const STUCK_AFTER_MS = 10 * 60_000;

/** Whether the process can do its work now: the store answers, every consumer moves, and the profiles to match were read. */
export async function healthOf(redline: Redline): Promise<readonly Health[]> {
  try {
    const notifier = await redline.notifier.progress();
    const groups = [...(await redline.differ.progress()), ...notifier.groups];
    const now = redline.clock.now().getTime();
    return [
      { name: 'store', ok: true, detail: redline.store.dialect },
      ...groups.map((group) => {
        const idleMs = group.lastProgressAt === undefined ? 0 : now - Date.parse(group.lastProgressAt);
        const stuck = group.lag > 0 && idleMs > STUCK_AFTER_MS;
        return { name: group.group, ok: !stuck, detail: `lag ${group.lag}, dead letters ${group.deadLetters}` };
      }),
      ...(notifier.groups.length > 0 ? [profilesHealth(notifier.profilesRead)] : []),
    ];
  } catch (error) {
    return [{ name: 'store', ok: false, detail: error instanceof Error ? error.message : 'does not answer' }];
  }
}

function profilesHealth(ok: boolean): Health {
  return { name: 'profiles', ok, detail: ok ? 'read' : 'being read; changes wait' };
}

/** Metrics text, with the gauges that are read from the store at the moment of asking. */
export async function metricsText(redline: Redline): Promise<string> {
  const { metrics, store } = redline;
  metrics.sourceProblems.reset();
  for (const problem of await listOpenSourceProblems(store.session)) {
    metrics.sourceProblems.set({ source: problem.sourceId, problem: problem.problem }, 1);
  }
  metrics.heldReadings.reset();
  for (const held of await listHeldReadings(store.session)) metrics.heldReadings.inc({ source: held.sourceId });
  const { groups, deliveries } = await redline.notifier.progress();
  for (const [status, count] of deliveries) metrics.deliveries.set({ status }, count);
  for (const group of [...(await redline.differ.progress()), ...groups]) {
    metrics.consumerLag.set({ group: group.group }, group.lag);
    metrics.deadLetters.set({ group: group.group }, group.deadLetters);
  }
  return metrics.text();
}
