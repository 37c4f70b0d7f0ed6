/** So many at once, refilled evenly. Counted in memory: each process counts for itself. */
export interface RateLimiter {
  /** Takes one for `key`. @returns undefined when there was one, else whole seconds until there is. */
  take(key: string, now: Date): number | undefined;
  /** What {@link take} would answer, without taking. */
  waitOf(key: string, now: Date): number | undefined;
}

/** More callers than this are not remembered apart; the one longest unseen is forgotten, and starts full again. */
const MOST_KEYS = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

export function createRateLimiter(perMinute: number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;

  const leftOf = (key: string, now: Date): number => {
    const bucket = buckets.get(key);
    if (!bucket) return perMinute;
    return Math.min(perMinute, bucket.left + Math.max(0, now.getTime() - bucket.at) * perMs);
  };
  const wait = (left: number) => (left >= 1 ? undefined : Math.ceil((1 - left) / perMs / 1_000));

  return {
    waitOf: (key, now) => wait(leftOf(key, now)),
    take: (key, now) => {
      const left = leftOf(key, now);
      const seconds = wait(left);
      buckets.delete(key);
      buckets.set(key, { left: seconds === undefined ? left - 1 : left, at: now.getTime() });
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_KEYS && oldest !== undefined) buckets.delete(oldest);
      return seconds;
    },
  };
}
