import { digestOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { closeSourceProblems, openSourceProblem, type Session } from '#store';
import type { EventLog } from './event-log.ts';

/** Something an operator must know about a source. */
export interface SourceCondition {
  readonly sourceId: string;
  /** `source.unavailable`, `source.structure_changed`, `source.implausible`, `source.stale` or `source.unreconciled`. */
  readonly problem: string;
  readonly because: string;
  /** UTC instant. */
  readonly at: string;
  /** `/redline/collector` or `/redline/differ`: who noticed. */
  readonly noticedBy: string;
}

const LONGEST_REASON_CHARS = 1_000;

/** Opens a problem of a source and tells the operator topic, in the caller's transaction; once while it stays open. */
export async function openSourceCondition(tx: Session, log: EventLog, condition: SourceCondition): Promise<void> {
  const { sourceId, problem, because, at } = condition;
  const problemId = digestOf(sourceId, problem, at);
  if (!(await openSourceProblem(tx, { problemId, sourceId, problem, openedAt: at, closedAt: null, because }))) return;
  await log.append(tx, TOPICS.operator, [conditionChanged(condition, problemId, 'open')]);
}

/** Closes the open problems of the given kinds and tells so. Nothing happens where none is open. */
export async function closeSourceConditions(
  tx: Session,
  log: EventLog,
  well: Omit<SourceCondition, 'problem'> & { readonly problems: readonly string[] },
): Promise<void> {
  for (const closed of await closeSourceProblems(tx, well.sourceId, well.problems, well.at)) {
    const condition = { ...well, problem: closed.problem };
    await log.append(tx, TOPICS.operator, [conditionChanged(condition, `${closed.problemId}:closed`, 'closed')]);
  }
}

function conditionChanged(condition: SourceCondition, id: string, state: 'open' | 'closed') {
  const { sourceId, problem, because, at, noticedBy } = condition;
  return makeEvent({
    type: 'redline.source.condition_changed',
    id,
    source: noticedBy,
    time: at,
    partitionkey: sourceId,
    correlation: id,
    data: { sourceId, problem, state, because: because.slice(0, LONGEST_REASON_CHARS) },
  });
}
