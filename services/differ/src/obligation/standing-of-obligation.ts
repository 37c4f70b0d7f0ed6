import type { Change, JsonObject, Reading } from '#domain';
import type { Source } from '#sources';
import {
  firstAcceptedAt,
  lastAcceptedReading,
  listChanges,
  listChangesOfDevelopment,
  listObligations,
  loadReading,
  type Obligation,
  type Proof,
  type Session,
  type StoredReading,
} from '#store';
import { cfrPartOf } from '../development/codified-keys.ts';
import { dayAfter } from '../development/day-window.ts';
import { numberFact, textFact } from '../development/fact-texts.ts';
import { proofOf } from './obligations-of-change.ts';
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

/** A rule filed for public inspection may be codified before the day it is printed. */
const AHEAD_DAYS = 3;
const MOST_CHANGES = 1_000;

/** How an obligation stands. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'met' | 'unprovable' | 'differs'; readonly because: string; readonly proof?: Proof };

const OPEN: Standing = { kind: 'open' };

interface ReadNow {
  readonly stored: StoredReading;
  readonly reading: Reading;
  readonly cited: CitedEntries | undefined;
}

/** The last accepted reading of each source that is asked about, read once. */
export function readingsFor(tx: Session, accepted: readonly Accepted[], watched: readonly Source[]) {
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

/** How an obligation stands after what was just accepted. */
export async function standingOf(
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
