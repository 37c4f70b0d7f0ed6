const FIRST_MINUTES = 1;
const LONGEST_MINUTES = 60;

/**
 * When to ask again after a failed poll: 1, 2, 4 … 60 minutes, for ever, and never sooner than the publisher asked. A source
 * that polls once a day is not left alone for a day because of one bad minute.
 * @param failures consecutive failures including this one, at least 1
 */
export function retryAt(now: Date, failures: number, retryAfterMs: number | undefined): Date {
  const minutes = Math.min(FIRST_MINUTES * 2 ** Math.min(failures - 1, 10), LONGEST_MINUTES);
  return new Date(now.getTime() + Math.max(minutes * 60_000, retryAfterMs ?? 0));
}
