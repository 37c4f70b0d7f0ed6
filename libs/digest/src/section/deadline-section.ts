import { type Change, daysBetween } from '#domain';
import { deadlinesOfAll } from '../deadline-history.ts';
import type { Deadline } from '../deadlines.ts';
import type { Digest, DigestDeadline } from '../digest.ts';

const NEAR_DAYS = 30;
const FAR_DAYS = 90;

/**
 * Dates ahead within 30 and 90 days: those told in the period, marked new or changed, and those told before that still stand.
 * @param today the reader's calendar date
 */
export function deadlineSection(
  told: readonly Change[],
  earlier: readonly Change[],
  today: string,
): Digest['deadlines'] {
  const fresh = new Map(told.map((change) => [change.changeId, change]));
  const before = new Set(deadlinesOfAll(earlier).map(identity));
  const all: DigestDeadline[] = deadlinesOfAll([...earlier, ...told]).map((deadline) => ({
    ...deadline,
    mark: markOf(deadline, fresh, before),
    daysLeft: daysBetween(today, deadline.on) ?? -1,
  }));
  return {
    within30: all.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= NEAR_DAYS),
    within90: all.filter(({ daysLeft }) => daysLeft > NEAR_DAYS && daysLeft <= FAR_DAYS),
  };
}

function identity({ kind, thread, on }: Deadline): string {
  return JSON.stringify([kind, thread, on]);
}

function markOf(
  deadline: Deadline,
  fresh: ReadonlyMap<string, Change>,
  before: ReadonlySet<string>,
): DigestDeadline['mark'] {
  if (!deadline.changeIds.some((id) => fresh.has(id)) || before.has(identity(deadline))) return 'standing';
  return deadline.movedFrom === undefined ? 'new' : 'changed';
}
