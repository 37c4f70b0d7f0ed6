import { describe, expect, it } from 'vitest';
import { aChange } from './example-values.ts';
import { urgencyOf } from './urgency.ts';

const points = (effectiveFrom: string, now: string) =>
  urgencyOf(aChange({ dates: { effectiveFrom } }), new Date(now)).points;

describe('urgencyOf', () => {
  it.each([
    ['2026-03-01', 20],
    ['2026-02-20', 20],
    ['2026-03-02', 18],
    ['2026-03-08', 18],
    ['2026-03-09', 14],
    ['2026-03-31', 14],
    ['2026-04-01', 10],
    ['2026-05-30', 10],
    ['2026-05-31', 6],
  ])('counts effect on %s as %i on 1 March 2026', (effectiveFrom, expected) => {
    expect(points(effectiveFrom, '2026-03-01T17:00:00Z')).toBe(expected);
  });

  it('counts days in the zone of the authority', () => {
    const change = (jurisdiction: 'US' | 'JP') => aChange({ jurisdiction, dates: { effectiveFrom: '2026-03-02' } });
    const now = new Date('2026-03-01T20:00:00Z');
    expect([urgencyOf(change('US'), now).days, urgencyOf(change('JP'), now).days]).toEqual([1, 0]);
  });

  it('counts a proposal to the close of comments', () => {
    const change = aChange({
      type: 'lineage.proposed',
      stage: 'proposed',
      dates: { effectiveFrom: '2027-01-01', commentClose: '2026-03-05' },
    });
    expect(urgencyOf(change, new Date('2026-03-01T17:00:00Z'))).toMatchObject({ points: 18, days: 4 });
  });

  it('takes what was found in force as urgent, and a date to be announced as unknown', () => {
    const now = new Date('2026-03-01T17:00:00Z');
    expect(urgencyOf(aChange({}), now).points).toBe(20);
    expect(urgencyOf(aChange({ dates: { effectiveTBD: true } }), now).points).toBe(4);
    expect(urgencyOf(aChange({ stage: 'final' }), now).points).toBe(4);
    expect(urgencyOf(aChange({ stage: 'final', dates: { effectiveFrom: 'soon' } }), now).points).toBe(4);
  });
});
