/** Longest wait that a server can impose through Retry-After: one day, in milliseconds. */
export const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

const DELAY_SECONDS = /^\d{1,15}$/;
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC850_DATE = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const ASCTIME_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * A Retry-After value as milliseconds from `nowMs`: whole seconds or one of the three HTTP dates. A date in the past is
 * 0; the wait is capped at {@link MAX_RETRY_AFTER_MS}. @returns undefined for anything else. Never throws.
 * Source: RFC 9110 sections 10.2.3 and 5.6.7.
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (DELAY_SECONDS.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  const at = parseHttpDate(text);
  if (at === undefined) return undefined;
  return Math.min(Math.max(at - nowMs, 0), MAX_RETRY_AFTER_MS);
}

/** `Date.parse` alone would read `1.5` as a day of 2001, so the shape is checked first. */
function parseHttpDate(text: string): number | undefined {
  const isZoned = IMF_FIXDATE.test(text) || RFC850_DATE.test(text);
  if (!isZoned && !ASCTIME_DATE.test(text)) return undefined;
  const at = Date.parse(isZoned ? text : `${text} GMT`);
  return Number.isNaN(at) ? undefined : at;
}
