import type { Source } from '#sources';
import type { SourceProblem, SourceState, StoredReading } from '#store';

/** How well one source is covered, with the sentence a reader is shown. */
export interface SourceStatus {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: Source['jurisdiction'];
  readonly instrumentId: string;
  readonly link: string;
  readonly schedule: string;
  readonly timeZone: string;
  /** True when a check succeeded within the source's freshness window and nothing is held. */
  readonly fresh: boolean;
  readonly inWords: string;
  readonly lastCheckedAt: string | null;
  readonly lastSuccessAt: string | null;
  readonly lastChangedAt: string | null;
  readonly consecutiveFailures: number;
  readonly lastOutcome: string;
  readonly nextRunAt: string | null;
  readonly problems: readonly SourceProblem[];
  readonly heldReadings: readonly StoredReading[];
}

export interface SourceFacts {
  readonly state: SourceState | undefined;
  readonly problems: readonly SourceProblem[];
  readonly heldReadings: readonly StoredReading[];
}

const HOUR_MS = 3_600_000;

/** Review items that wait for a person concern what a source says, not whether it can be relied on to say it. */
function isGap({ problem }: SourceProblem): boolean {
  return problem !== 'source.unreconciled';
}

export function sourceStatus(source: Source, facts: SourceFacts, now: Date): SourceStatus {
  const { state, problems, heldReadings } = facts;
  const lastSuccessAt = state?.lastSuccessAt ?? null;
  const recent = lastSuccessAt !== null && now.getTime() - Date.parse(lastSuccessAt) <= source.freshnessHours * HOUR_MS;
  return {
    id: source.id,
    title: source.title,
    jurisdiction: source.jurisdiction,
    instrumentId: source.instrumentId,
    link: source.link,
    schedule: source.schedule,
    timeZone: source.timeZone,
    fresh: recent && heldReadings.length === 0 && !problems.some(isGap),
    inWords: inWords(source, facts, recent),
    lastCheckedAt: state?.lastCheckedAt ?? null,
    lastSuccessAt,
    lastChangedAt: state?.lastChangedAt ?? null,
    consecutiveFailures: state?.consecutiveFailures ?? 0,
    lastOutcome: state?.lastOutcome ?? '',
    nextRunAt: state?.nextRunAt ?? null,
    problems,
    heldReadings,
  };
}

/** One sentence for somebody who does not know how the collector works. */
function inWords(source: Source, { state, problems, heldReadings }: SourceFacts, recent: boolean): string {
  if (!state?.lastCheckedAt) return 'Not checked yet.';
  if (heldReadings.length > 0) {
    return 'The last answer looks wrong and is held back. The last good version stays in use until a person looks.';
  }
  if (problems.some((problem) => problem.problem === 'source.structure_changed')) {
    return 'The page has a new layout that cannot be read yet. The last good version stays in use.';
  }
  if (state.consecutiveFailures > 0) return cannotBeReached(state.consecutiveFailures, recent);
  if (problems.some((problem) => problem.problem === 'source.stale')) {
    return 'The publisher answers, but has published nothing new for unusually long.';
  }
  if (!recent) return `No successful check for more than ${source.freshnessHours} hours: changes may be missing.`;
  return 'Up to date.';
}

function cannotBeReached(failures: number, recent: boolean): string {
  const times = failures === 1 ? 'the last check' : `the last ${failures} checks`;
  const gap = recent ? 'It was reached recently enough.' : 'Changes published meanwhile may be missing.';
  return `Cannot be reached: ${times} failed. ${gap}`;
}
