import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInZone } from '../zoned-day.ts';
import { type DigestSchedule, latestDigestRun, nextDigestRun, WEEKDAYS } from './digest-schedule.ts';

/** Ten zones: jumps by an hour and by half an hour, at night and at midnight, in both halves of the year, and none. */
const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Santiago',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
];
const FROM = new Date('2026-01-01T12:07:30Z');
const TO = new Date('2031-01-01T12:07:30Z');

function runsOf(schedule: DigestSchedule): Date[] {
  const runs: Date[] = [];
  for (let at = nextDigestRun(schedule, FROM); at < TO; at = nextDigestRun(schedule, at)) runs.push(at);
  return runs;
}

describe('nextDigestRun', () => {
  it.each(ZONES)('runs once on every day of 2026 to 2030 in %s, at whatever hour', (timeZone) => {
    for (const at of ['00:00', '00:30', '01:30', '02:15', '02:30', '07:00']) {
      const runs = runsOf({ every: 'day', at, weekday: 'monday', timeZone });
      expect(runs, at).toHaveLength(1826);
      expect(new Set(runs.map((run) => dayInZone(run, timeZone))).size, at).toBe(1826);
    }
  });

  it.each(ZONES)('runs once in every week of 2026 to 2030 in %s, on the chosen day', (timeZone) => {
    for (const weekday of WEEKDAYS) {
      const runs = runsOf({ every: 'week', at: '02:30', weekday, timeZone });
      const days = runs.map((run) => Date.parse(dayInZone(run, timeZone)) / 86_400_000);
      expect(new Set(days.slice(1).map((day, index) => day - (days[index] ?? 0)))).toEqual(new Set([7]));
      expect([260, 261]).toContain(runs.length);
    }
  });

  it('comes to the same runs from wherever it starts, and the latest run is the one before the next', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const instant = fc.date({ min: FROM, max: TO, noInvalidDate: true });
    const property = fc.property(
      fc.constantFrom(...ZONES),
      minute,
      fc.constantFrom('day' as const, 'week' as const),
      fc.constantFrom(...WEEKDAYS),
      instant,
      (timeZone, minutes, every, weekday, now) => {
        const at = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const schedule = { every, at, weekday, timeZone };
        const latest = latestDigestRun(schedule, now);
        const next = nextDigestRun(schedule, now);
        expect(latest.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(nextDigestRun(schedule, latest)).toEqual(next);
        expect(latestDigestRun(schedule, next)).toEqual(next);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('runs a skipped time at the instant it would have been, and a repeated one the first time alone', () => {
    const newYork = { every: 'day', at: '02:30', weekday: 'monday', timeZone: 'America/New_York' } as const;
    expect(nextDigestRun(newYork, new Date('2026-03-08T05:00:00Z')).toISOString()).toBe('2026-03-08T07:30:00.000Z');
    const repeated = { ...newYork, at: '01:30' };
    const first = nextDigestRun(repeated, new Date('2026-11-01T04:30:00Z'));
    expect(first.toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(nextDigestRun(repeated, first).toISOString()).toBe('2026-11-02T06:30:00.000Z');
  });

  it('refuses a zone and a time that are none', () => {
    const schedule = { every: 'day', at: '07:00', weekday: 'monday', timeZone: 'Mars/Base' } as const;
    expect(() => nextDigestRun(schedule, FROM)).toThrow(RangeError);
    expect(() => nextDigestRun({ ...schedule, timeZone: 'UTC', at: '7 o’clock' }, FROM)).toThrow(RangeError);
  });
});
