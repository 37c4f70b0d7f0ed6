import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProfile } from './impact/example-values.ts';
import { quietUntil } from './quiet-hours.ts';

const night = { from: '22:00', to: '07:00', overrideBand: 'critical' } as const;
const tokyo = aProfile({ timeZone: 'Asia/Tokyo', quietHours: night });
const newYork = aProfile({ timeZone: 'America/New_York', quietHours: night });
const isoOf = (instant: Date | undefined) => instant?.toISOString();

describe('quietUntil', () => {
  it('delays an alert of the night to the morning, on the clock of the profile', () => {
    expect(isoOf(quietUntil(tokyo, 'high', new Date('2026-11-23T14:30:12Z')))).toBe('2026-11-23T22:00:00.000Z');
  });

  it('lets an alert of the day pass, and one at the very end of the silence', () => {
    expect(quietUntil(tokyo, 'high', new Date('2026-11-23T03:00:00Z'))).toBeUndefined();
    expect(quietUntil(tokyo, 'high', new Date('2026-11-23T22:00:00Z'))).toBeUndefined();
  });

  it('lets a critical alert pass unless the profile says never', () => {
    const at = new Date('2026-11-23T14:30:00Z');
    const never = aProfile({ quietHours: { ...night, overrideBand: 'never' } });
    expect(quietUntil(tokyo, 'critical', at)).toBeUndefined();
    expect(isoOf(quietUntil(never, 'critical', at))).toBe('2026-11-23T22:00:00.000Z');
  });

  it('ends at seven on the clock also in the nights when daylight saving begins and ends', () => {
    expect(isoOf(quietUntil(newYork, 'high', new Date('2026-03-08T04:00:00Z')))).toBe('2026-03-08T11:00:00.000Z');
    expect(isoOf(quietUntil(newYork, 'high', new Date('2026-11-01T04:00:00Z')))).toBe('2026-11-01T12:00:00.000Z');
  });

  it('ends after the gap when the clock skips the end of the silence', () => {
    const profile = aProfile({ timeZone: 'America/New_York', quietHours: { ...night, to: '02:30' } });
    expect(isoOf(quietUntil(profile, 'high', new Date('2026-03-08T05:00:00Z')))).toBe('2026-03-08T07:00:00.000Z');
  });

  it.each([
    aProfile({}),
    aProfile({ quietHours: { ...night, from: '25:00' } }),
    aProfile({ timeZone: 'Mars/Olympus', quietHours: night }),
    aProfile({ quietHours: { ...night, from: '07:00' } }),
  ])('delays nothing when no silence was clearly asked for (%#)', (profile) => {
    expect(quietUntil(profile, 'high', new Date('2026-11-23T14:30:00Z'))).toBeUndefined();
  });

  it('delays by less than a day and never into another silence', () => {
    const minute = fc.integer({ min: 0, max: 1_439 }).map((of) => new Date(of * 60_000).toISOString().slice(11, 16));
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        (from, to, now) => {
          const profile = aProfile({
            timeZone: 'America/New_York',
            quietHours: { from, to, overrideBand: 'never' },
          });
          const end = quietUntil(profile, 'high', now);
          if (end === undefined) return;
          expect(end.getTime()).toBeGreaterThan(now.getTime());
          expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
          expect(quietUntil(profile, 'high', end)).toBeUndefined();
        },
      ),
      { numRuns: 40 },
    );
  });
});
