import { describe, expect, it } from 'vitest';
import { nextRunAfter, scheduleMistake } from './next-run.ts';

const runsBetween = (expression: string, zone: string, from: string, to: string): string[] => {
  const runs: string[] = [];
  for (
    let at = nextRunAfter(expression, zone, new Date(from));
    at < new Date(to);
    at = nextRunAfter(expression, zone, at)
  ) {
    runs.push(at.toISOString());
  }
  return runs;
};

describe('nextRunAfter', () => {
  it('fires at the local hour of the zone, not at the UTC hour', () => {
    expect(nextRunAfter('0 6 * * *', 'America/New_York', new Date('2026-01-10T00:00:00Z')).toISOString()).toBe(
      '2026-01-10T11:00:00.000Z',
    );
    expect(nextRunAfter('0 6 * * *', 'Asia/Tokyo', new Date('2026-01-10T00:00:00Z')).toISOString()).toBe(
      '2026-01-10T21:00:00.000Z',
    );
  });

  it('runs a daily schedule exactly once on every day of 2026 to 2030, also where the clock jumps', () => {
    for (const zone of ['America/New_York', 'Asia/Tokyo', 'Europe/London']) {
      for (const expression of ['30 2 * * *', '0 6 * * *', '30 1 * * *']) {
        const runs = runsBetween(expression, zone, '2026-01-01T12:00:00Z', '2031-01-01T12:00:00Z');
        expect(runs, `${expression} ${zone}`).toHaveLength(1826);
        expect(new Set(runs).size).toBe(runs.length);
      }
    }
  });

  it('is strictly after the instant asked for', () => {
    const at = new Date('2026-03-08T07:00:00Z');
    expect(nextRunAfter('*/15 * * * *', 'UTC', at).getTime()).toBeGreaterThan(at.getTime());
  });
});

describe('scheduleMistake', () => {
  it('finds nothing wrong with a sound schedule', () => {
    expect(scheduleMistake('*/15 8-18 * * 1-5', 'America/New_York')).toBeUndefined();
  });

  it('names a bad expression and a bad zone', () => {
    expect(scheduleMistake('every hour', 'UTC')).toContain('five fields');
    expect(scheduleMistake('61 * * * *', 'UTC')).toContain('61');
    expect(scheduleMistake('0 * * * *', 'Mars/Base')).toContain('Mars/Base');
  });
});
