const DAY_MS = 86_400_000;

/** Calendar dates from `first` to `last`, both included; none when they are more than `most` days apart or out of order. */
export function daysFromTo(first: string, last: string, most: number): readonly string[] {
  const from = Date.parse(first.slice(0, 10));
  const until = Date.parse(last.slice(0, 10));
  const count = Math.round((until - from) / DAY_MS) + 1;
  if (!(count >= 1 && count <= most)) return [];
  return Array.from({ length: count }, (_, index) => new Date(from + index * DAY_MS).toISOString().slice(0, 10));
}

/** The day so many days after (or, negative, before) a day or instant. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The two spans of time an instant belongs to: instants at most `days` apart share one, instants twice as far apart none. So
 * nearness becomes something two changes have in common, whichever came first.
 */
export function spansAround(instant: string, days: number): readonly string[] {
  const span = Math.floor(Date.parse(instant) / (days * DAY_MS));
  return [String(span), String(span + 1)];
}
