import type { CaptureRequest, Source, SourceFamily } from '../source.ts';
import { readUpdates } from './read.ts';

/** Days asked for at each poll: what is registered late in a day, or over a weekend, is still found. */
const DAYS = 4;
const DAY_MS = 86_400_000;
const JST_OFFSET_MS = 9 * 3_600_000;

function watchedLaws({ params }: Source): readonly string[] {
  return Array.isArray(params.lawIds) ? params.lawIds : [];
}

/** A day without updates answers 404 as often as it answers "none": each day fails alone, and only its own. */
function ofDay(source: Source, now: Date, daysBack: number): CaptureRequest {
  const day = new Date(now.getTime() + JST_OFFSET_MS - daysBack * DAY_MS).toISOString().slice(0, 10);
  return {
    url: `${source.url.replace(/\/+$/, '')}/updatelawlists/${day.replaceAll('-', '')}`,
    accept: ['application/xml', 'text/xml'],
    purpose: 'capture',
    apart: 'optional',
  };
}

/**
 * Which laws e-Gov registered changes of, day by day (法令API v1, `/updatelawlists/{yyyyMMdd}`). One small answer for all laws: a
 * second count beside the laws' own sources.
 */
export const egovUpdates: SourceFamily = {
  family: 'egov-updates',
  plan: (source, now) => Array.from({ length: DAYS }, (_, at) => ofDay(source, now, DAYS - 1 - at)),
  read: (source, capture) => readUpdates(capture, watchedLaws(source)),
  link: (source) => source.link,
};
