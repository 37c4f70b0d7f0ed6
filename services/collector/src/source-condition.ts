import { closeSourceConditions, type EventLog, openSourceCondition } from '#log';
import type { Source } from '#sources';
import type { Session } from '#store';

/** One lost packet is not an outage: an operator is called at the third failure in a row. */
const FAILURES_BEFORE_ALERT = 3;

const NOTICED_BY = '/redline/collector';

/** Opens `source.unavailable` once the source has failed often enough. */
export async function reportUnreachable(
  tx: Session,
  log: EventLog,
  source: Source,
  failures: number,
  because: string,
  now: Date,
): Promise<void> {
  if (failures < FAILURES_BEFORE_ALERT) return;
  const at = now.toISOString();
  await openSourceCondition(tx, log, {
    sourceId: source.id,
    problem: 'source.unavailable',
    because,
    at,
    noticedBy: NOTICED_BY,
  });
}

/** Closes `source.unavailable` after a successful poll. */
export async function reachedAgain(tx: Session, log: EventLog, source: Source, now: Date): Promise<void> {
  await closeSourceConditions(tx, log, {
    sourceId: source.id,
    problems: ['source.unavailable'],
    because: 'the publisher answers again',
    at: now.toISOString(),
    noticedBy: NOTICED_BY,
  });
}
