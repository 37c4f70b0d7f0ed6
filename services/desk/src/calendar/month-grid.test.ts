import { describe, expect, it } from 'vitest';
import { monthGrid } from './month-grid.ts';

describe('monthGrid', () => {
  it('shows whole weeks from Monday and knows its neighbours over the turn of a year', () => {
    const { weeks, previous, next } = monthGrid('2026-12', '2026-11-24');
    expect(weeks[0]).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe('2027-01-03');
    expect([previous, next]).toEqual(['2026-11', '2027-01']);
  });

  it('shows a February of four weeks without an empty one', () => {
    expect(monthGrid('2027-02', '2026-11-24').weeks).toHaveLength(4);
  });

  it('shows the month of today where the address names none', () => {
    expect(monthGrid('2026-13', '2026-11-24').month).toBe('2026-11');
    expect(monthGrid(undefined, '2026-11-24').month).toBe('2026-11');
  });
});
