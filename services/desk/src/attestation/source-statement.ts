import { digestOf } from '#domain';
import type { CaptureMark, ChangeMark, DoubtedReading, Poll, SourceProblem } from '#store';
import { type Coverage, coverageOf } from './coverage.ts';
import { type FailedChecks, failuresOf } from './failed-checks.ts';
import type { Period } from './period.ts';

/** What is known of one source and a period, as the store holds it. */
export interface SourceLedger {
  readonly lastGoodBefore: Poll | undefined;
  /** Polls of the period, oldest first. */
  readonly polls: readonly Poll[];
  readonly firstGoodAfter: Poll | undefined;
  readonly capturesAtStart: readonly CaptureMark[];
  readonly capturesAtEnd: readonly CaptureMark[];
  readonly capturesWithin: readonly CaptureMark[];
  readonly unread: number;
  readonly doubted: readonly DoubtedReading[];
  readonly problems: readonly SourceProblem[];
  readonly changes: readonly ChangeMark[];
}

/** The source as the configuration names it. */
export interface StatedSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly freshnessHours: number;
}

/**
 * `changed`: at least one change was noticed. `not_changed`: none was, and nothing stood in the way of noticing one.
 * `not_established`: none was, and something did: `because` says what.
 */
export type Verdict = 'changed' | 'not_changed' | 'not_established';

/** What an address of a source served at an instant: bytes by their hash. */
export interface ServedBytes {
  /** sha256 over all addresses with their hashes: equal at both ends where no byte differs. */
  readonly digest: string;
  readonly addresses: number;
  /** The newest of them; the rest is bound by the digest. */
  readonly captures: readonly CaptureMark[];
}

/** All that is said of one source. */
export interface SourceStatement {
  readonly source: StatedSource;
  readonly verdict: Verdict;
  /** Why nothing can be concluded, or what qualifies a change that was found. Empty: nothing stood in the way. */
  readonly because: readonly string[];
  readonly checks: Omit<Coverage, 'gaps'> & { readonly requests: number };
  readonly gaps: Coverage['gaps'];
  readonly failures: { readonly count: number; readonly runs: readonly FailedChecks[] };
  readonly heldReadings: readonly DoubtedReading[];
  readonly problems: readonly Pick<SourceProblem, 'problem' | 'openedAt' | 'closedAt' | 'because'>[];
  readonly unreadCaptures: number;
  readonly atStart: ServedBytes;
  readonly atEnd: ServedBytes;
  /** Bytes that came anew in the period, whether or not anything changed in what they say. */
  readonly captures: readonly CaptureMark[];
  readonly changes: readonly ChangeMark[];
}

/** What a source's ledger proves about a period. Pure. */
export function statementOf(source: StatedSource, ledger: SourceLedger, period: Period): SourceStatement {
  const good = ledger.polls.filter(({ outcome }) => outcome !== 'failed');
  const checks = {
    before: ledger.lastGoodBefore?.finishedAt,
    within: good.map(({ finishedAt }) => finishedAt),
    after: ledger.firstGoodAfter?.finishedAt,
  };
  const { gaps, ...coverage } = coverageOf(checks, period, source.freshnessHours * 3_600);
  const because = obstaclesOf(ledger, coverage.count, gaps.length);
  const changed = ledger.changes.some(({ baseline }) => !baseline);
  const unchanged = because.length === 0 ? 'not_changed' : 'not_established';
  return {
    source: { id: source.id, title: source.title, url: source.url, freshnessHours: source.freshnessHours },
    verdict: changed ? 'changed' : unchanged,
    because,
    checks: { ...coverage, requests: good.reduce((sum, { requests }) => sum + requests, 0) },
    gaps,
    failures: { count: ledger.polls.length - good.length, runs: failuresOf(ledger.polls) },
    heldReadings: ledger.doubted,
    problems: ledger.problems.map(({ problem, openedAt, closedAt, because: why }) => ({
      problem,
      openedAt,
      closedAt,
      because: why,
    })),
    unreadCaptures: ledger.unread,
    atStart: servedBytes(ledger.capturesAtStart),
    atEnd: servedBytes(ledger.capturesAtEnd),
    captures: ledger.capturesWithin,
    changes: ledger.changes,
  };
}

/** Problems under which a change can be in the bytes and not be noticed. */
const BLINDING: ReadonlySet<string> = new Set(['source.structure_changed', 'source.implausible']);

function obstaclesOf(ledger: SourceLedger, checks: number, gaps: number): readonly string[] {
  const blind = ledger.doubted.length > 0 || ledger.problems.some(({ problem }) => BLINDING.has(problem));
  const first = ledger.changes.some(({ baseline }) => baseline) || ledger.capturesAtStart.length === 0;
  return [
    ...(checks === 0 ? ['no check in the period succeeded'] : []),
    ...(gaps > 0 ? [`${counted(gaps, 'time', 'times')} it was not checked for longer than its limit`] : []),
    ...(first ? ['no capture from before the period is there to compare with'] : []),
    ...(blind ? ['an answer was held in doubt'] : []),
    ...(ledger.unread > 0 ? [`${counted(ledger.unread, 'capture', 'captures')} not read yet`] : []),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const MOST_NAMED = 100;

function servedBytes(captures: readonly CaptureMark[]): ServedBytes {
  const newest = captures.toSorted((a, b) => (a.retrievedAt < b.retrievedAt ? 1 : -1));
  return {
    digest: digestOf(...captures.flatMap(({ url, sha256 }) => [url, sha256])),
    addresses: captures.length,
    captures: newest.slice(0, MOST_NAMED),
  };
}
