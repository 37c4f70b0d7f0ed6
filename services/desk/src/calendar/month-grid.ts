/** A month as a calendar page shows it: whole weeks from Monday, with days of its neighbours at either end. */
export interface MonthGrid {
  /** `2026-12`. */
  readonly month: string;
  readonly previous: string;
  readonly next: string;
  readonly weeks: readonly (readonly string[])[];
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;

/** @param month `2026-12`; other text counts as absent */
export function monthGrid(month: string | undefined, today: string): MonthGrid {
  const shown = month !== undefined && MONTH.test(month) ? month : today.slice(0, 7);
  const first = Date.parse(`${shown}-01`);
  const start = first - ((new Date(first).getUTCDay() + 6) % WEEK_DAYS) * DAY_MS;
  const end = Date.parse(`${moved(shown, 1)}-01`);
  const weeks: string[][] = [];
  for (let monday = start; monday < end; monday += WEEK_DAYS * DAY_MS) {
    weeks.push(Array.from({ length: WEEK_DAYS }, (_, day) => dayOf(monday + day * DAY_MS)));
  }
  return { month: shown, previous: moved(shown, -1), next: moved(shown, 1), weeks };
}

function moved(month: string, by: number): string {
  const at = new Date(`${month}-01`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return dayOf(at.getTime()).slice(0, 7);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
