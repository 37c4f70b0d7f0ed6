/** Publication days of one query, both ends included. Without `to`: everything listed, scheduled documents too. */
export interface Window {
  readonly from: string;
  readonly to?: string;
}

const DAY_MS = 86_400_000;
/** The next issues are listed a few days ahead. */
const DAYS_AHEAD = 10;

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The window that opens `days` before `now`, with no end. */
export function windowBefore(now: Date, days: number): Window {
  return { from: isoDay(now.getTime() - days * DAY_MS) };
}

/** Two halves of a window, or none when it is a single day, unreadable, or empty. */
export function splitWindow(window: Window, now: Date): readonly Window[] {
  const from = Date.parse(`${window.from}T00:00:00Z`);
  const to = window.to === undefined ? now.getTime() + DAYS_AHEAD * DAY_MS : Date.parse(`${window.to}T00:00:00Z`);
  if (!Number.isFinite(from) || !Number.isFinite(to) || to - from < DAY_MS) return [];
  const middle = from + Math.floor((to - from) / DAY_MS / 2) * DAY_MS;
  const later = { from: isoDay(middle + DAY_MS), ...(window.to === undefined ? {} : { to: window.to }) };
  return [{ from: window.from, to: isoDay(middle) }, later];
}
