import { describe, expect, it } from 'vitest';
import { firstMonday, mondayOf, WEEKS, weeksByInstrument } from './weeks.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');

describe('weeks of a chart', () => {
  it('end with the running week and begin on a Monday', () => {
    expect(mondayOf(WEEKS - 1, NOW)).toBe('2026-11-23');
    expect(firstMonday(NOW)).toBe('2025-12-01');
    expect(firstMonday(new Date('2026-11-29T23:59:00.000Z'))).toBe('2025-12-01');
  });

  it('sum the days of each, most changes first, and leave out what is older', () => {
    const days = [
      { instrumentId: 'JP-EUL', day: '2026-11-23', count: 1 },
      { instrumentId: 'US-EL', day: '2026-11-22', count: 2 },
      { instrumentId: 'US-EL', day: '2026-11-16', count: 3 },
      { instrumentId: 'US-EL', day: '2025-11-30', count: 99 },
    ];
    const [first, second] = weeksByInstrument(days, NOW);
    expect(first).toMatchObject({ instrumentId: 'US-EL', total: 5 });
    expect(first?.weeks[WEEKS - 2]).toBe(5);
    expect(second?.weeks[WEEKS - 1]).toBe(1);
  });
});
