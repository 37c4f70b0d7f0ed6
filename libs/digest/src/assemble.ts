import { type Band, type Change, DISCLAIMERS } from '#domain';
import type { Digest, DigestPeriod, SourceFreshness } from './digest.ts';
import { actNow } from './section/act-now.ts';
import { type Corrected, corrections, isCorrection } from './section/corrections.ts';
import { datesDue } from './section/dates-due.ts';
import { deadlineSection } from './section/deadline-section.ts';
import { isItemChange, itemChanges } from './section/item-changes.ts';
import { ledger } from './section/ledger.ts';
import { type Impacts, lineOf } from './section/line.ts';
import { isListChange, listChanges } from './section/list-changes.ts';
import { notAlerted } from './section/not-alerted.ts';
import { isPipelineStep, pipeline } from './section/pipeline.ts';
import { sideBySide } from './section/side-by-side.ts';

/** What a digest is made from. */
export interface DigestInput {
  readonly period: DigestPeriod;
  /** Absent: a digest for nobody in particular, that tells every alerting change. */
  readonly profileName?: string;
  /** Every change of the period, told or not. */
  readonly changes: readonly Change[];
  /** Changes that matched the profile, by change id. */
  readonly impacts: Impacts;
  readonly sources: readonly SourceFreshness[];
  /** What the reader was told before the period, oldest first: dates that still stand, earlier steps, where a side stands. */
  readonly earlier?: readonly Change[];
  /** Changes that were not told because another source had told the same before. */
  readonly repeated?: ReadonlySet<string>;
  /** What of it no longer holds. */
  readonly corrected?: Corrected;
}

/** The reader's calendar date at an instant. */
function dayIn(timeZone: string, instant: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(new Date(instant));
}

function isTold(change: Change, { profileName, impacts, repeated }: DigestInput): boolean {
  if (!change.alerting || repeated?.has(change.changeId)) return false;
  return profileName === undefined || impacts.has(change.changeId);
}

function countsByBand(told: readonly Change[], impacts: Impacts): Record<Band, number> {
  const counts: Record<Band, number> = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { changeId } of told) {
    const band = impacts.get(changeId)?.band;
    if (band !== undefined) counts[band] += 1;
  }
  return counts;
}

function isElsewhere(change: Change): boolean {
  return isListChange(change) || isItemChange(change) || isPipelineStep(change) || isCorrection(change);
}

/**
 * The digest of one period: every told change stands in at least one section, every other is counted, and an empty digest
 * still says what was checked, for silence cannot be told from failure. A baseline is history and appears nowhere. Pure.
 */
export function assembleDigest(input: DigestInput): Digest {
  const { period, profileName, impacts, sources, earlier = [], corrected = new Map() } = input;
  const news = input.changes.filter(({ detection }) => !detection.baseline);
  const told = news.filter((change) => isTold(change, input));
  const today = dayIn(period.timeZone, period.to);
  return {
    header: {
      period,
      ...(profileName !== undefined && { profileName }),
      counts: countsByBand(told, impacts),
      sources,
      gaps: sources.filter(({ fresh }) => !fresh),
      told: told.length,
      isEmpty: told.length === 0,
    },
    actNow: actNow(told, impacts, today),
    datesDue: datesDue(told, earlier, { since: dayIn(period.timeZone, period.from), today }),
    deadlines: deadlineSection(told, earlier, today),
    listChanges: listChanges(told, impacts),
    itemChanges: itemChanges(told, impacts),
    pipeline: pipeline(told, impacts, earlier),
    sideBySide: sideBySide({ changes: told, earlier, impacts }),
    guidance: told.filter((change) => !isElsewhere(change)).map((change) => lineOf(change, impacts)),
    corrections: corrections(told, impacts, corrected),
    notAlerted: notAlerted(
      news.filter((change) => !isTold(change, input)),
      input.repeated ?? new Set(),
    ),
    ledger: ledger(told),
    disclaimers: DISCLAIMERS,
  };
}
