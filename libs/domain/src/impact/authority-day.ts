import type { Jurisdiction } from '../change.ts';

/** IANA zone in which an authority's calendar dates are meant. */
export const AUTHORITY_ZONE: Readonly<Record<Jurisdiction, string>> = {
  US: 'America/New_York',
  JP: 'Asia/Tokyo',
  ML: 'UTC',
};

const DAY_FORMATS: Readonly<Record<Jurisdiction, Intl.DateTimeFormat>> = {
  US: dayFormat(AUTHORITY_ZONE.US),
  JP: dayFormat(AUTHORITY_ZONE.JP),
  ML: dayFormat(AUTHORITY_ZONE.ML),
};

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** @returns the calendar date (`YYYY-MM-DD`) that it is at `now` where the authority sits. */
export function authorityDay(now: Date, jurisdiction: Jurisdiction): string {
  return DAY_FORMATS[jurisdiction].format(now);
}

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whole days from one calendar date to another, negative when it is past; `undefined` for what is no date. */
export function daysBetween(fromOn: string, toOn: string): number | undefined {
  if (!CALENDAR_DATE.test(fromOn) || !CALENDAR_DATE.test(toOn)) return undefined;
  const days = (Date.parse(`${toOn}T00:00:00Z`) - Date.parse(`${fromOn}T00:00:00Z`)) / 86_400_000;
  return Number.isFinite(days) ? days : undefined;
}
