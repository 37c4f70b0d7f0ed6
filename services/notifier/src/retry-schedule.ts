const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Milliseconds waited before each attempt, counted from the end of the one before: ten attempts over 75 h 35 min 05 s, so
 * that a receiver may be down from Friday evening to Monday morning. Source: Standard Webhooks 1.0.0, "Retries".
 */
export const RETRY_SCHEDULE_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

export const MAX_ATTEMPTS = RETRY_SCHEDULE_MS.length;

/** Spreads the retries of many deliveries that failed together. */
const MOST_JITTER = 0.1;

/**
 * Wait after the failed attempt `attempt` (1 is the first), in milliseconds. Jitter only adds, at most a tenth.
 * @param random uniform in [0, 1)
 * @returns undefined after the last attempt.
 */
export function retryDelayMs(attempt: number, random: number): number | undefined {
  const scheduled = RETRY_SCHEDULE_MS[attempt];
  return scheduled === undefined ? undefined : Math.round(scheduled * (1 + MOST_JITTER * random));
}
