import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS, RETRY_SCHEDULE_MS, retryDelayMs } from './retry-schedule.ts';

describe('the retry schedule', () => {
  it('makes ten attempts over 75 hours, 35 minutes and 5 seconds', () => {
    const total = RETRY_SCHEDULE_MS.reduce((sum, delay) => sum + delay, 0);
    expect(MAX_ATTEMPTS).toBe(10);
    expect(total).toBe(((75 * 60 + 35) * 60 + 5) * 1_000);
  });

  it('ends after the last attempt', () => {
    expect(retryDelayMs(9, 0)).toBe(24 * 3_600_000);
    expect(retryDelayMs(10, 0)).toBeUndefined();
    expect(retryDelayMs(11, 0.5)).toBeUndefined();
  });

  it('adds at most a tenth of jitter and never goes below the schedule', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), random, (attempt, drawn) => {
        const scheduled = RETRY_SCHEDULE_MS[attempt] ?? Number.NaN;
        const delay = retryDelayMs(attempt, drawn) ?? Number.NaN;
        expect(delay).toBeGreaterThanOrEqual(scheduled);
        expect(delay).toBeLessThanOrEqual(Math.ceil(scheduled * 1.1));
      }),
    );
  });
});
