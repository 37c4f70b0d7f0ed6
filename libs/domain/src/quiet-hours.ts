import type { Band, Profile } from './profile.ts';

const MINUTE_MS = 60_000;
/** Quiet hours span less than a day; a day of 25 hours is the longest there is. */
const MOST_MINUTES = 26 * 60;
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * When an alert of this band may be delivered. Quiet hours delay, they never drop; a critical alert goes out at once unless
 * the profile says `never`. Minutes are walked on the profile's own clock, so a change to or from daylight saving neither
 * lengthens the silence by an hour nor skips its end.
 * @returns undefined when it may go now; also for a zone or time nobody can read, because silence must be asked for clearly.
 */
export function quietUntil(profile: Profile, band: Band, now: Date): Date | undefined {
  const { quietHours } = profile;
  if (quietHours === undefined || (band === 'critical' && quietHours.overrideBand === 'critical')) return undefined;
  const from = minuteOfDay(quietHours.from);
  const to = minuteOfDay(quietHours.to);
  const clock = clockOf(profile.timeZone);
  if (from === undefined || to === undefined || from === to || clock === undefined) return undefined;
  const isQuiet = (at: Date) => {
    const minute = minuteOfDay(clock.format(at)) ?? to;
    return from < to ? minute >= from && minute < to : minute >= from || minute < to;
  };
  if (!isQuiet(now)) return undefined;
  const thisMinute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let ahead = 1; ahead <= MOST_MINUTES; ahead += 1) {
    const at = new Date(thisMinute + ahead * MINUTE_MS);
    if (!isQuiet(at)) return at;
  }
  return undefined;
}

function minuteOfDay(text: string): number | undefined {
  const [, hours, minutes] = CLOCK_TIME.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  } catch {
    return undefined;
  }
}
