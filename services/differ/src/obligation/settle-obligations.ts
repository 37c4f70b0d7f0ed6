import { type Change, digestOf, type JsonObject, type Reading, type ReviewKind } from '#domain';
import type { Source } from '#sources';
import {
  type DevelopmentChange,
  endObligation,
  firstAcceptedAt,
  lastAcceptedReading,
  listChanges,
  listChangesOfDevelopment,
  listObligations,
  listOpenObligations,
  loadReading,
  type Obligation,
  openObligation,
  openReviewItem,
  type Proof,
  type Session,
  type StoredReading,
  settleReviewItem,
} from '#store';
import { cfrPartOf } from '../development/codified-keys.ts';
import { dayAfter } from '../development/day-window.ts';
import { numberFact, textFact } from '../development/fact-texts.ts';
import { obligationsOf, proofOf } from './obligations-of-change.ts';
import { type CitedEntries, citedEntries, shownByList } from './shown-by-list.ts';

/** What was just accepted of a source. */
export interface Accepted {
  readonly source: Source;
  readonly stored: StoredReading;
  readonly reading: Reading;
  /** Those stored anew. */
  readonly changes: readonly Change[];
  readonly now: string;
}

/** Where what is settled belongs. */
export interface Settling {
  readonly watched: readonly Source[];
  /** Where each new change stands, by its id. */
  readonly places: ReadonlyMap<string, DevelopmentChange>;
}

/** A rule filed for public inspection may be codified before the day it is printed. */
const AHEAD_DAYS = 3;
const MOST_CHANGES = 1_000;

/** How an obligation stands. */
type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'met' | 'unprovable' | 'differs'; readonly because: string; readonly proof?: Proof };

const OPEN: Standing = { kind: 'open' };

/**
 * Opens what the new changes announce and closes what is shown now, in the transaction of the readings. A source that shows
 * something else than was announced opens a review item; nothing is told to subscribers.
 */
export async function settleObligations(tx: Session, accepted: readonly Accepted[], settling: Settling): Promise<void> {
  for (const one of accepted) await openOwed(tx, one, settling);
  const sourceIds = accepted.map(({ source }) => source.id);
  const developmentIds = [...new Set([...settling.places.values()].map((place) => place.developmentId))];
  const waiting = await listOpenObligations(tx, { sourceIds });
  const joined = await listOpenObligations(tx, { developmentIds });
  const all = new Map([...waiting, ...joined].map((one) => [one.obligationId, one]));
  const readings = readingsFor(tx, accepted, settling.watched);
  for (const obligation of all.values()) {
    const standing = await standingOf(tx, obligation, accepted, readings);
    await settle(tx, obligation, standing, settledAt(obligation, accepted, settling));
  }
}

/** The reading of the source that was to show it, else of a change that joined its development. */
function settledAt(obligation: Obligation, accepted: readonly Accepted[], { places }: Settling): string {
  const joins = ({ changeId }: Change) => places.get(changeId)?.developmentId === obligation.developmentId;
  const by =
    accepted.find(({ source }) => source.id === obligation.sourceId) ??
    accepted.find(({ changes }) => changes.some(joins));
  return by?.now ?? obligation.openedAt;
}

async function openOwed(tx: Session, { changes, now }: Accepted, { watched, places }: Settling): Promise<void> {
  for (const change of changes) {
    const place = places.get(change.changeId);
    if (!place) continue;
    const { developmentId } = place;
    for (const owed of obligationsOf(change, watched)) {
      const oneEach = owed.kind === 'announced' ? digestOf('obligation', owed.kind, developmentId) : owed.obligationId;
      const state = { state: 'open' as const, closedAt: null, because: '', openedAt: now };
      await openObligation(tx, { ...owed, ...state, developmentId, obligationId: oneEach });
    }
    await openTermsDiffer(tx, change, place, now);
  }
}

/** Two sources state another date or policy of one act: told as an update, and for a person to settle. */
async function openTermsDiffer(tx: Session, change: Change, place: DevelopmentChange, now: string): Promise<void> {
  if (!change.alerting || change.detection.baseline || place.differs.length === 0) return;
  const because = place.differs
    .map(({ field, earlier, later }) => `${field}: "${earlier.slice(0, 200)}" before, "${later.slice(0, 200)}" here`)
    .join('; ');
  await openReviewItem(tx, {
    reviewItemId: digestOf('review', 'terms_differ', change.changeId),
    developmentId: place.developmentId,
    kind: 'terms_differ',
    sourceId: change.sourceId,
    because: `${change.subject.label.slice(0, 200)}: ${because}`.replaceAll('\u0000', ''),
    openedAt: now,
    state: 'open',
    closedAt: null,
    resolution: '',
  });
}

interface ReadNow {
  readonly stored: StoredReading;
  readonly reading: Reading;
  readonly cited: CitedEntries | undefined;
}

/** The last accepted reading of each source that is asked about, read once. */
function readingsFor(tx: Session, accepted: readonly Accepted[], watched: readonly Source[]) {
  const known = new Map<string, Promise<ReadNow | undefined>>();
  const withCitations = (from: StoredReading, read: Reading): ReadNow => {
    const instrument = watched.find(({ id }) => id === from.sourceId)?.instrumentId ?? '';
    return { stored: from, reading: read, cited: read.kind === 'list' ? citedEntries(read, instrument) : undefined };
  };
  const load = async (sourceId: string): Promise<ReadNow | undefined> => {
    const now = accepted.find(({ source }) => source.id === sourceId);
    if (now) return withCitations(now.stored, now.reading);
    const last = await lastAcceptedReading(tx, sourceId);
    const read = last && (await loadReading(tx, last.readingId));
    return last && read && withCitations(last, read);
  };
  return (sourceId: string): Promise<ReadNow | undefined> => {
    const found = known.get(sourceId) ?? load(sourceId);
    known.set(sourceId, found);
    return found;
  };
}

async function standingOf(
  tx: Session,
  obligation: Obligation,
  accepted: readonly Accepted[],
  readings: (sourceId: string) => Promise<ReadNow | undefined>,
): Promise<Standing> {
  switch (obligation.kind) {
    case 'listed':
      return listedStanding(tx, obligation, await readings(obligation.sourceId));
    case 'codified':
      return codifiedStanding(tx, obligation);
    case 'consolidated':
      return joinedStanding(tx, obligation, (change) => change.sourceId === obligation.sourceId);
    case 'announced':
      return joinedStanding(tx, obligation, (change) => change.detection.path === 'document');
    case 'enforced': {
      const shown = accepted.find(({ source }) => source.id === obligation.sourceId);
      return shown ? enforcedStanding(obligation, shown) : OPEN;
    }
  }
}

async function listedStanding(tx: Session, obligation: Obligation, read: ReadNow | undefined): Promise<Standing> {
  if (!read?.cited) return OPEN;
  const removals = await listChangesOfDevelopment(tx, obligation.developmentId, ['entity.removed']);
  const gone = removals.filter((change) => change.sourceId === obligation.sourceId);
  const expected = await expectedOfDay(tx, obligation);
  const shown = shownByList({ ...obligation, expected }, read.cited, gone.length, read.stored.readAt.slice(0, 10));
  if (shown.kind === 'not_yet') return beforeFirst(tx, obligation);
  const [removal] = gone;
  const proof = shown.entry
    ? { ...shown.entry, sourceId: obligation.sourceId, sha256: read.stored.sha256, retrievedAt: read.stored.readAt }
    : removal && proofOf(removal);
  if (shown.kind === 'differs' && (await beforeFirst(tx, obligation)).kind === 'unprovable') {
    return {
      kind: 'met',
      because: `${shown.because}; the list was first captured later`,
      ...(proof && { proof: short(proof) }),
    };
  }
  const kind = shown.kind === 'shown' ? 'met' : 'differs';
  return { kind, because: shown.because, ...(proof && { proof: short(proof) }) };
}

/** Documents of one day whose pages are not known yet share what the list cites of that day. */
async function expectedOfDay(tx: Session, { developmentId, sourceId, expected }: Obligation): Promise<JsonObject> {
  if (expected.citation !== undefined) return expected;
  const siblings = (await listObligations(tx, developmentId)).filter(
    (other) =>
      other.kind === 'listed' &&
      other.sourceId === sourceId &&
      other.expected.citation === undefined &&
      other.expected.publishedOn === expected.publishedOn,
  );
  const total = (name: string) => siblings.reduce((sum, other) => sum + (numberFact(other.expected, name) ?? 0), 0);
  const exact = siblings.every((other) => other.expected.addedAre === 'entries');
  return {
    ...expected,
    added: total('added'),
    revised: total('revised'),
    removed: total('removed'),
    addedAre: exact ? 'entries' : 'entities',
  };
}

const short = ({ sourceId, locator, quote, sha256, retrievedAt }: Proof): Proof => ({
  sourceId,
  locator,
  quote: quote.slice(0, 500).replaceAll('\u0000', ''),
  sha256,
  retrievedAt,
});

/** What was announced before the first capture of the source that must show it cannot be seen to appear. */
async function beforeFirst(tx: Session, { sourceId, dueOn }: Obligation): Promise<Standing> {
  const first = await firstAcceptedAt(tx, sourceId);
  if (first === undefined || dueOn === null || first.slice(0, 10) <= dueOn) return OPEN;
  return { kind: 'unprovable', because: `the source was first captured on ${first.slice(0, 10)}, after it was due` };
}

async function codifiedStanding(tx: Session, obligation: Obligation): Promise<Standing> {
  const { sourceId, dueOn, expected } = obligation;
  if (dueOn === null) return OPEN;
  const detectedFrom = dayAfter(dueOn, -AHEAD_DAYS);
  const later = await listChanges(tx, { sourceId, detectedFrom, baseline: false }, MOST_CHANGES);
  const part = textFact(expected, 'part');
  const found = later.find(({ change }) => (cfrPartOf(change) ?? part) === part);
  if (!found) return beforeFirst(tx, obligation);
  const because = `the codified text of ${part} changed on ${found.change.detectedAt.slice(0, 10)}: ${found.change.subject.label}`;
  return { kind: 'met', because, proof: proofOf(found.change) };
}

async function joinedStanding(
  tx: Session,
  obligation: Obligation,
  shows: (change: Change) => boolean,
): Promise<Standing> {
  const changes = await listChangesOfDevelopment(tx, obligation.developmentId);
  const found = changes.find(shows);
  if (!found) return OPEN;
  return {
    kind: 'met',
    because: `shown by ${found.sourceId} on ${found.detectedAt.slice(0, 10)}`,
    proof: proofOf(found),
  };
}

function enforcedStanding({ expected, dueOn }: Obligation, { source, stored, reading }: Accepted): Standing {
  if (reading.kind !== 'text' || reading.revision.status !== 'in_force') return OPEN;
  const { revisionId, amendedBy, enforcedOn } = reading.revision;
  const sameOrder = amendedBy !== undefined && amendedBy === expected.amendedBy && (enforcedOn ?? '') >= (dueOn ?? '');
  if (revisionId !== expected.revisionId && !sameOrder) return OPEN;
  const [first] = reading.provisions;
  const proof = {
    ...stored,
    sourceId: source.id,
    locator: revisionId ?? '',
    quote: first?.text ?? '',
    retrievedAt: stored.readAt,
  };
  return { kind: 'met', because: `in force from ${enforcedOn ?? 'an unstated day'}`, proof: short(proof) };
}

async function settle(tx: Session, obligation: Obligation, standing: Standing, now: string): Promise<void> {
  const { obligationId, developmentId, sourceId } = obligation;
  if (standing.kind === 'open') return;
  if (standing.kind === 'differs') {
    const item = { developmentId, sourceId, because: standing.because, openedAt: now };
    await openReviewItem(tx, { ...item, ...newItem('counts_differ', obligationId) });
    return;
  }
  const state = standing.kind === 'met' ? 'closed' : 'unprovable';
  const proof = [...obligation.proof, ...(standing.proof ? [standing.proof] : [])];
  await endObligation(tx, obligationId, { state, closedAt: now, because: standing.because, proof });
  for (const kind of ['counts_differ', 'not_shown', 'not_announced'] as const) {
    const settled = { closedAt: now, resolution: `settled by itself: ${standing.because}` };
    await settleReviewItem(tx, newItem(kind, obligationId).reviewItemId, settled);
  }
}

/** The review item of an obligation, of which there is one a kind. */
export function newItem(kind: ReviewKind, obligationId: string) {
  const open = { state: 'open' as const, closedAt: null, resolution: '' };
  return { reviewItemId: digestOf('review', kind, obligationId), kind, ...open };
}
