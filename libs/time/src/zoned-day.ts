import { Temporal } from 'temporal-polyfill';

/** Half-open span of instants, UTC ISO 8601: `from` included, `to` not. */
export interface InstantSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The instants of the `days` calendar days that end with `lastDay` in a zone. A day begins at its first instant there, so
 * that days of 23 or 25 hours lose and repeat nothing: the end of one span is the beginning of the next.
 * @param lastDay `YYYY-MM-DD`
 * @returns undefined for text that is no calendar date, and for a zone that is not known.
 */
export function spanOfDays(lastDay: string, days: number, timeZone: string): InstantSpan | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(lastDay)) return undefined;
  try {
    const last = Temporal.PlainDate.from(lastDay, { overflow: 'reject' });
    const begin = (date: Temporal.PlainDate) =>
      new Date(date.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
    return { from: begin(last.subtract({ days: days - 1 })), to: begin(last.add({ days: 1 })) };
  } catch {
    return undefined;
  }
}

/** Moves a calendar date by whole days. @returns undefined for text that is no calendar date. */
export function movedByDays(date: string, days: number): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).add({ days }).toString();
  } catch {
    return undefined;
  }
}

/** The calendar date in a zone at an instant. @throws RangeError for an unknown zone. */
export function dayInZone(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
