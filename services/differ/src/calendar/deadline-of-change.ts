import { authorityDay, type Change, daysBetween, digestOf } from '#domain';
import type { Deadline, DeadlineKind } from '#store';
import { readerOf } from '../fingerprint/leave-to-reader.ts';
import { ENDED, markWhenLearnt } from './day-marks.ts';

/** What a change does to the calendar. */
export type CalendarEntry =
  | { readonly kind: 'set'; readonly deadline: Deadline }
  | { readonly kind: 'ended'; readonly thread: string; readonly of: DeadlineKind };

const GRANTS = new Set(['authorisation.issued', 'authorisation.extended', 'authorisation.narrowed']);
const OPENS = new Set(['comment.opened', 'comment.extended', 'comment.reopened']);

/**
 * Dates that bind or lapse by themselves: the end of a temporary authorisation or a suspension, the close of a comment period. A
 * baseline's dates count too: what lies ahead is an obligation, however it was learnt. Pure.
 * @param now decides which day marks lie behind already
 */
export function calendarEntries(change: Change, now: Date): readonly CalendarEntry[] {
  const facts = { ...change.before, ...change.after };
  if (change.type === 'authorisation.revoked') {
    return [{ kind: 'ended', thread: authorisationThread(change, facts), of: 'authorisation' }];
  }
  if (GRANTS.has(change.type)) {
    const thread = authorisationThread(change, facts);
    const lastDay = change.dates.effectiveTo ?? textOf(change.after?.validTo);
    if (lastDay !== undefined) return setting(change, 'authorisation', thread, lastDay, now);
    // Extended with no end any more: nothing lapses.
    return change.type === 'authorisation.extended' ? [{ kind: 'ended', thread, of: 'authorisation' }] : [];
  }
  const reader = readerOf(change);
  if (reader !== undefined) return fingerprintEntries(change, now);
  const suspended = suspensionEntries(change, facts, now);
  if (suspended !== undefined) return suspended;
  const { commentClose } = change.dates;
  if (commentClose === undefined || !setsComments(change)) return [];
  const threads = commentThreads(change, facts);
  return threads.flatMap((thread) => setting(change, 'comment', thread, commentClose, now));
}

/** A correction of a rule repeats its comment date or mends it; of a document it does not name it sets none. */
function setsComments({ type, lineage }: Change): boolean {
  if (type === 'correction.substantive') return (lineage.corrects ?? []).length > 0;
  return OPENS.has(type) || type.startsWith('lineage.');
}

/** A whole day: the source that reads the words is asked four times in it. */
function fingerprintEntries(change: Change, now: Date): readonly CalendarEntry[] {
  const tomorrow = authorityDay(new Date(now.getTime() + 86_400_000), change.jurisdiction);
  return setting(change, 'fingerprint', `fingerprint ${change.changeId}`, tomorrow, now);
}

/** A suspended rule applies again on the day after its last day, unless another document sets another or ends it sooner. */
function suspensionEntries(
  change: Change,
  facts: Readonly<Record<string, unknown>>,
  now: Date,
): readonly CalendarEntry[] | undefined {
  const thread = `${change.instrumentId} ${change.lineage.rin?.[0] ?? change.documentNumber ?? change.subject.key}`;
  if (change.type === 'rule.reinstated') return [{ kind: 'ended', thread, of: 'reinstatement' }];
  if (change.type !== 'rule.reinstatement_scheduled' || change.detection.path === 'clock') return undefined;
  const lastDay = textOf(facts.suspendedUntil);
  return lastDay === undefined ? [] : setting(change, 'reinstatement', thread, lastDay, now);
}

function setting(
  change: Change,
  kind: DeadlineKind,
  thread: string,
  lastDay: string,
  now: Date,
): readonly CalendarEntry[] {
  const daysLeft = daysBetween(authorityDay(now, change.jurisdiction), lastDay);
  if (daysLeft === undefined) return [];
  const toldMark = markWhenLearnt({ kind, jurisdiction: change.jurisdiction }, daysLeft);
  const deadline: Deadline = {
    deadlineId: digestOf('deadline', change.changeId, kind, thread),
    thread,
    kind,
    changeId: change.changeId,
    sourceId: change.sourceId,
    jurisdiction: change.jurisdiction,
    lastDay,
    toldMark,
    state: toldMark === ENDED ? 'passed' : 'open',
  };
  return [{ kind: 'set', deadline }];
}

/** A temporary general license is renewed by another document: its beneficiary joins them, not its number. */
function authorisationThread(change: Change, facts: Readonly<Record<string, unknown>>): string {
  const beneficiary = textOf(facts.beneficiary);
  return `${change.instrumentId} ${beneficiary ?? change.subject.key}`;
}

/** What an act on earlier documents may move or end, and cannot name by its own words. */
const ON_EARLIER: ReadonlySet<Change['type']> = new Set([
  'comment.extended',
  'comment.reopened',
  'correction.substantive',
  'document.withdrawn',
  'authorisation.extended',
  'authorisation.narrowed',
  'authorisation.revoked',
  'rule.suspended',
  'rule.reinstated',
  'rule.reinstatement_scheduled',
]);

/** An open deadline with the change that set it. */
export interface OpenDeadline {
  readonly deadline: Pick<Deadline, 'thread' | 'kind'>;
  readonly origin: Change;
}

/** Whether a change may bear on deadlines that others set. */
export function actsOnEarlier({ type, jurisdiction }: Change): boolean {
  return jurisdiction === 'US' && ON_EARLIER.has(type);
}

/**
 * Threads of open deadlines that a change is about though they bear another name: of the documents it names by number or page,
 * else the only one of its rulemaking. Pure.
 */
export function threadsOfEarlier(change: Change, open: readonly OpenDeadline[]): readonly OpenDeadline['deadline'][] {
  const { of = [] } = { ...change.after };
  const named = new Set([
    ...(change.lineage.corrects ?? []),
    ...(change.lineage.supersedes ?? []),
    ...(Array.isArray(of) ? of.map(String) : []),
  ]);
  const others = open.filter(({ origin }) => origin.changeId !== change.changeId);
  const byName = others.filter(({ origin }) =>
    [origin.documentNumber ?? '', ...(origin.lineage.citation ?? [])].some((name) => named.has(name)),
  );
  if (byName.length > 0 || change.type === 'document.withdrawn') return byName.map(({ deadline }) => deadline);
  const rins = new Set(change.lineage.rin ?? []);
  const siblings = others.filter(
    ({ origin }) => origin.instrumentId === change.instrumentId && origin.lineage.rin?.some((rin) => rins.has(rin)),
  );
  return siblings.length === 1 ? siblings.map(({ deadline }) => deadline) : [];
}

/** An extension names the documents whose period it extends; each is a thread of its own, as the extension is. */
function commentThreads(change: Change, facts: Readonly<Record<string, unknown>>): readonly string[] {
  const own = change.documentNumber ?? change.subject.key;
  const { corrects } = facts;
  if (typeof corrects === 'string') return [corrects];
  const earlier = Array.isArray(facts.of)
    ? facts.of.filter((number): number is string => typeof number === 'string')
    : [];
  return earlier.length > 0 ? earlier : [own];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
