import { digestOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import type { EventLog } from '#log';
import type { Source } from '#sources';
import { closeSourceProblems, openSourceProblem, type Session } from '#store';

/** One lost packet is not an outage: an operator is called at the third failure in a row. */
const FAILURES_BEFORE_ALERT = 3;

/** Opens `source.unavailable` once the source has failed often enough, and tells the operator topic in the same transaction. */
export async function reportUnreachable(
  tx: Session,
  log: EventLog,
  source: Source,
  failures: number,
  because: string,
  now: Date,
): Promise<void> {
  if (failures < FAILURES_BEFORE_ALERT) return;
  const openedAt = now.toISOString();
  const problemId = digestOf(source.id, 'source.unavailable', openedAt);
  const problem = { problemId, sourceId: source.id, problem: 'source.unavailable', openedAt, closedAt: null, because };
  if (await openSourceProblem(tx, problem)) await tell(tx, log, source.id, problemId, 'open', because, openedAt);
}

/** Closes `source.unavailable` after a successful poll. */
export async function reachedAgain(tx: Session, log: EventLog, source: Source, now: Date): Promise<void> {
  const at = now.toISOString();
  for (const problem of await closeSourceProblems(tx, source.id, ['source.unavailable'], at)) {
    await tell(tx, log, source.id, `${problem.problemId}:closed`, 'closed', 'the publisher answers again', at);
  }
}

async function tell(
  tx: Session,
  log: EventLog,
  sourceId: string,
  id: string,
  state: 'open' | 'closed',
  because: string,
  time: string,
): Promise<void> {
  const event = makeEvent({
    type: 'redline.source.condition_changed',
    id,
    source: '/redline/collector',
    time,
    partitionkey: sourceId,
    correlation: id,
    data: { sourceId, problem: 'source.unavailable', state, because },
  });
  await log.append(tx, TOPICS.operator, [event]);
}
