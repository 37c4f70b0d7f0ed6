import type { ChangesOfDay } from '#store';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Weeks that a chart shows: a year. */
export const WEEKS = 52;

/** Changes of one instrument, a number for each of the last {@link WEEKS} weeks, oldest first. */
export interface WeeksOfInstrument {
  readonly instrumentId: string;
  readonly weeks: readonly number[];
  readonly total: number;
}

/** Monday (UTC calendar date) with which the first week of the chart begins. */
export function firstMonday(now: Date): string {
  const today = Date.parse(now.toISOString().slice(0, 10));
  const sinceMonday = (now.getUTCDay() + 6) % WEEK_DAYS;
  return dayOf(today - (sinceMonday + (WEEKS - 1) * WEEK_DAYS) * DAY_MS);
}

/** Counts of days as counts of weeks, the instrument with most changes first. Days before the first Monday are left out. */
export function weeksByInstrument(days: readonly ChangesOfDay[], now: Date): readonly WeeksOfInstrument[] {
  const start = Date.parse(firstMonday(now));
  const byInstrument = new Map<string, number[]>();
  for (const { instrumentId, day, count } of days) {
    const week = Math.floor((Date.parse(day) - start) / (WEEK_DAYS * DAY_MS));
    if (week < 0 || week >= WEEKS) continue;
    const weeks = byInstrument.get(instrumentId) ?? new Array<number>(WEEKS).fill(0);
    weeks[week] = (weeks[week] ?? 0) + count;
    byInstrument.set(instrumentId, weeks);
  }
  return [...byInstrument]
    .map(([instrumentId, weeks]) => ({ instrumentId, weeks, total: weeks.reduce((sum, one) => sum + one, 0) }))
    .sort((a, b) => b.total - a.total || a.instrumentId.localeCompare(b.instrumentId));
}

/** Monday of a week of the chart. @param week 0 for the oldest */
export function mondayOf(week: number, now: Date): string {
  return dayOf(Date.parse(firstMonday(now)) + week * WEEK_DAYS * DAY_MS);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
