import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInZone, movedByDays, spanOfDays } from './zoned-day.ts';

const zone = fc.constantFrom(
  'UTC',
  'Asia/Tokyo',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Beirut',
);
const day = fc
  .date({ min: new Date('2019-01-02T00:00:00Z'), max: new Date('2031-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('spanOfDays', () => {
  it('begins a day in Tokyo nine hours before UTC does', () => {
    expect(spanOfDays('2026-11-24', 1, 'Asia/Tokyo')).toEqual({
      from: '2026-11-23T15:00:00.000Z',
      to: '2026-11-24T15:00:00.000Z',
    });
  });

  it('gives the day of the change to summer time 23 hours', () => {
    expect(spanOfDays('2026-03-08', 1, 'America/New_York')).toEqual({
      from: '2026-03-08T05:00:00.000Z',
      to: '2026-03-09T04:00:00.000Z',
    });
  });

  it('ends where the next day begins, in every zone and over every clock change', () => {
    fc.assert(
      fc.property(day, zone, fc.integer({ min: 1, max: 9 }), (date, timeZone, days) => {
        const span = spanOfDays(date, days, timeZone);
        const next = spanOfDays(movedByDays(date, 1) ?? '', 1, timeZone);
        expect(span?.to).toBe(next?.from);
        expect(dayInZone(new Date(span?.from ?? ''), timeZone)).toBe(movedByDays(date, 1 - days));
        expect(dayInZone(new Date(Date.parse(span?.to ?? '') - 1), timeZone)).toBe(date);
      }),
    );
  });

  it.each(['2026-02-30', '2026-2-3', 'today', '', '2026-11-24T00:00'])('does not take %j for a date', (text) => {
    expect(spanOfDays(text, 1, 'UTC')).toBeUndefined();
    expect(movedByDays(text, 1)).toBeUndefined();
  });

  it('does not know an invented zone', () => {
    expect(spanOfDays('2026-11-24', 1, 'Mars/Olympus')).toBeUndefined();
  });
});
