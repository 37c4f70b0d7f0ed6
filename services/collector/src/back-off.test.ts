import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAt } from './back-off.ts';

const now = new Date('2026-01-01T00:00:00Z');
const minutesUntil = (failures: number, retryAfterMs?: number) =>
  (retryAt(now, failures, retryAfterMs).getTime() - now.getTime()) / 60_000;

describe('retryAt', () => {
  it('doubles from one minute to an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((failures) => minutesUntil(failures))).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('never asks sooner than the publisher wished', () => {
    expect(minutesUntil(1, 3 * 3_600_000)).toBe(180);
  });

  it('never gives up and never waits longer than an hour on its own account', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        (failures) => minutesUntil(failures) >= 1 && minutesUntil(failures) <= 60,
      ),
    );
  });
});
