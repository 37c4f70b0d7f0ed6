import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();
const period = { from: at(0), to: at(1_000) };

describe('coverage of a period', () => {
  it('has no gap where checks follow each other within the limit, and says the longest wait', () => {
    const checks = { before: at(-10), within: [at(20), at(60), at(990)], after: at(1_010) };
    const covered = coverageOf(checks, period, 930 * 60);
    expect(covered).toEqual({
      count: 3,
      first: at(20),
      last: at(990),
      longest: { from: at(60), to: at(990), seconds: 930 * 60 },
      gaps: [],
    });
  });

  it('is one gap where nobody looked at all', () => {
    const nobody = { before: undefined, within: [], after: undefined };
    expect(coverageOf(nobody, period, 60)).toMatchObject({ count: 0, gaps: [{ ...period, seconds: 60_000 }] });
  });

  it('does not end a gap at the edge of the period', () => {
    const checks = { before: at(-500), within: [at(100), at(900)], after: at(2_000) };
    expect(coverageOf(checks, period, 850 * 60).gaps).toEqual([{ from: at(900), to: at(2_000), seconds: 1_100 * 60 }]);
    expect(coverageOf(checks, period, 550 * 60).gaps.map(({ from }) => from)).toEqual([at(-500), at(100), at(900)]);
  });

  it('hides no minute that was longer unwatched than the limit, and calls none a gap that was watched', () => {
    const ledger = fc.uniqueArray(fc.integer({ min: -600, max: 1_600 }), { maxLength: 40 });
    fc.assert(
      fc.property(ledger, fc.integer({ min: 1, max: 1_200 }), (minutes, limit) => {
        const checks = minutes.toSorted((a, b) => a - b);
        const within = checks.filter((minute) => minute >= 0 && minute < 1_000);
        const before = checks.filter((minute) => minute < 0).at(-1);
        const after = checks.find((minute) => minute >= 1_000);
        const known = {
          before: before === undefined ? undefined : at(before),
          within: within.map(at),
          after: after === undefined ? undefined : at(after),
        };
        const { gaps, longest } = coverageOf(known, period, limit * 60);
        for (let minute = 0.5; minute < 1_000; minute += 7) {
          const last = Math.max(
            ...checks.filter((one) => one <= minute),
            before === undefined ? 0 : Number.NEGATIVE_INFINITY,
          );
          const next = Math.min(
            ...checks.filter((one) => one > minute),
            after === undefined ? 1_000 : Number.POSITIVE_INFINITY,
          );
          const told = gaps.some(({ from, to }) => from <= at(minute) && at(minute) < to);
          expect(told).toBe(next - last > limit);
          expect(longest.seconds).toBeGreaterThanOrEqual((next - last) * 60);
        }
      }),
      { numRuns: 200 },
    );
  });
});
