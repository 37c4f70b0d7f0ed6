import { BANDS, SHORT_DISCLAIMER } from '#domain';
import type { Digest, SourceFreshness } from '../digest.ts';
import { oneLine } from './layout.ts';

/** An instant in the reader's zone, to the minute: `2026-11-23 09:00`. */
function localTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant));
}

function checkedLine({ title, lastSuccessAt, fresh, problem, checks }: SourceFreshness, timeZone: string): string {
  const seen = lastSuccessAt === undefined ? 'never read' : `read ${localTime(lastSuccessAt, timeZone)}`;
  const state = fresh ? '' : ` COVERAGE GAP${problem === undefined ? '' : `: ${problem}`}`;
  const count = checks === undefined ? '' : `, checked ${checks.succeeded} times, ${checks.failed} failed`;
  return oneLine(`  ${title}: ${seen}${count}${state}`);
}

/** How far the silence of a digest can be relied upon: `12 of 14 sources were checked in time`. */
export function checkedInTime({ sources, gaps }: Pick<Digest['header'], 'sources' | 'gaps'>): string {
  if (gaps.length === 0) return `all ${sources.length} sources were checked in time`;
  return `${sources.length - gaps.length} of ${sources.length} sources were checked in time`;
}

function summary({ header }: Digest): string {
  const checked = checkedInTime(header);
  if (header.isEmpty) return `No relevant change; ${checked}.`;
  const counts = BANDS.toReversed().map((band) => `${header.counts[band]} ${band}`);
  return `${counts.join(', ')}; ${checked}.`;
}

/** Period, counts, how fresh each source is, and where coverage has gaps. */
export function headerText(digest: Digest): readonly string[] {
  const { period, profileName, sources } = digest.header;
  const span = `${localTime(period.from, period.timeZone)} to ${localTime(period.to, period.timeZone)} (${period.timeZone})`;
  return [
    'Redline digest',
    span,
    ...(profileName === undefined ? [] : [`For ${oneLine(profileName)}`]),
    summary(digest),
    SHORT_DISCLAIMER,
    '',
    ...sources.map((source) => checkedLine(source, period.timeZone)),
    '',
  ];
}
