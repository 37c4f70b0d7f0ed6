import { type Change, daysBetween } from '#domain';
import { deadlinesOfAll } from '../deadline-history.ts';
import type { DigestDeadline } from '../digest.ts';
import { reminderDays } from '../reminder-days.ts';

/** The reader's calendar days between which a digest speaks: `since` was spoken for by the digest before. */
interface Days {
  readonly since: string;
  readonly today: string;
}

/**
 * Standing dates that were told before and of which it is time to remind: a day of effect, of compliance, the end of a savings
 * clause. No event tells of them, because nothing happens in law; whoever relies on the digest alone must not miss them.
 * What was told or moved in this period stands in its own sections and is left out. Pure.
 */
export function datesDue(
  told: readonly Change[],
  earlier: readonly Change[],
  { since, today }: Days,
): readonly DigestDeadline[] {
  const fresh = new Set(told.map(({ changeId }) => changeId));
  const types = new Map([...earlier, ...told].map(({ changeId, type }) => [changeId, type]));
  return deadlinesOfAll([...earlier, ...told]).flatMap((deadline): DigestDeadline[] => {
    const [before, left] = [daysBetween(since, deadline.on), daysBetween(today, deadline.on)];
    if (before === undefined || left === undefined || deadline.changeIds.some((id) => fresh.has(id))) return [];
    const reminders = reminderDays(
      deadline,
      deadline.changeIds.flatMap((id) => types.get(id) ?? []),
    );
    // The day itself is no reminder but the date: it is told on the day, whatever its kind.
    const isDue = [...reminders, 0].some((days) => days < before && days >= left) && left >= 0;
    return isDue ? [{ ...deadline, daysLeft: left, mark: 'standing' }] : [];
  });
}
