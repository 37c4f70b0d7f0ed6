import { Temporal } from 'temporal-polyfill';

/** Days of the week in the order of ISO 8601, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a reader wants the digest, on the clock of a wall in their zone. */
export interface DigestSchedule {
  readonly every: 'day' | 'week';
  /** `HH:MM`, 24 hours. */
  readonly at: string;
  /** Counts for `week` alone. */
  readonly weekday: Weekday;
  /** IANA zone. */
  readonly timeZone: string;
}

/**
 * The schedule of a cadence: weekly once a week, every other cadence once a day. A weekday that is none is Monday.
 */
export function digestSchedule(
  cadence: string,
  { at, weekday }: { readonly at: string; readonly weekday: string },
  timeZone: string,
): DigestSchedule {
  const day = WEEKDAYS.find((known) => known === weekday) ?? 'monday';
  return { every: cadence === 'weekly' ? 'week' : 'day', at, weekday: day, timeZone };
}

/**
 * First scheduled instant after `after`. Each calendar day (or chosen weekday) of the zone has exactly one: a time that
 * daylight saving skips runs at the instant it would have been, one that repeats runs the first time alone.
 * Source: "compatible" disambiguation of Temporal, after RFC 5545 section 3.3.5.
 * @throws RangeError for an unknown zone or a time that is none.
 */
export function nextDigestRun(schedule: DigestSchedule, after: Date): Date {
  let day = dayOf(schedule, after).subtract({ days: 1 });
  for (;;) {
    const run = runOn(schedule, day);
    if (run !== undefined && run.getTime() > after.getTime()) return run;
    day = day.add({ days: 1 });
  }
}

/**
 * Last scheduled instant at or before `upTo`: where runs were missed, the one digest that makes up for them bears it.
 * @throws RangeError for an unknown zone or a time that is none.
 */
export function latestDigestRun(schedule: DigestSchedule, upTo: Date): Date {
  let day = dayOf(schedule, upTo).add({ days: 1 });
  for (;;) {
    const run = runOn(schedule, day);
    if (run !== undefined && run.getTime() <= upTo.getTime()) return run;
    day = day.subtract({ days: 1 });
  }
}

function dayOf({ timeZone }: DigestSchedule, instant: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

function runOn({ every, at, weekday, timeZone }: DigestSchedule, day: Temporal.PlainDate): Date | undefined {
  if (every === 'week' && WEEKDAYS[day.dayOfWeek - 1] !== weekday) return undefined;
  return new Date(day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds);
}
