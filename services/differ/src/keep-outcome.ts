import type { Change, Reading } from '#domain';
import { closeSourceConditions, type EventLog, openSourceCondition } from '#log';
import type { Source } from '#sources';
import {
  listHeldReadings,
  type Session,
  type StoredReading,
  saveChanges,
  saveKnownDocuments,
  saveReading,
  saveReadings,
  sourcesWithProblems,
  supersedeHeldReadings,
  takeTurnToJoin,
} from '#store';
import { enterCalendar } from './calendar/fire-calendar.ts';
import { enterDevelopments, touchedBy } from './development/enter-developments.ts';
import { leaveToReaders } from './fingerprint/leave-to-reader.ts';
import { enterParties } from './list/enter-parties.ts';
import { settleObligations } from './obligation/settle-obligations.ts';
import { indexChanges, indexProvisions } from './search/index-changes.ts';
import { tellChange } from './tell-change.ts';

const NOTICED_BY = '/redline/differ';
const DOUBTS = ['source.structure_changed', 'source.implausible'] as const;

/** A reading that becomes the base of comparison, with what it changed. */
export interface AcceptedReading {
  readonly kind: 'accepted';
  readonly source: Source;
  readonly stored: StoredReading;
  readonly reading: Reading;
  readonly changes: readonly Change[];
  readonly previousReadingId: string | null;
  /** Addresses whose held readings give way; absent: all of the source. */
  readonly addresses?: readonly string[] | undefined;
  readonly traceparent?: string | undefined;
  readonly now: string;
}

/** A reading in doubt. Without `reading` where the bytes could not be read at all. */
export interface HeldReading {
  readonly kind: 'held';
  readonly source: Source;
  readonly stored: StoredReading;
  readonly reading: Reading | undefined;
  readonly problem: string;
  readonly now: string;
}

/** What a capture came to, to be kept. */
export type Outcome = AcceptedReading | HeldReading;

export interface KeepPorts {
  readonly log: EventLog;
  /** Every configured source: which of them must show what a change announces. */
  readonly watched: readonly Source[];
}

/** Keeps what captures of different sources came to, in one transaction and in as few statements as one capture takes. */
export async function keepOutcomes(tx: Session, ports: KeepPorts, outcomes: readonly Outcome[]): Promise<void> {
  const accepted = outcomes.filter((outcome) => outcome.kind === 'accepted');
  if (accepted.length > 0) await keepAccepted(tx, ports, accepted);
  for (const outcome of outcomes) if (outcome.kind === 'held') await keepHeld(tx, ports.log, outcome);
}

/**
 * Accepts readings: each becomes the base of comparison of its source; the changes are stored, joined with others about the
 * same act, made findable, entered in the calendar and told; the sources' doubts are closed.
 */
async function keepAccepted(
  tx: Session,
  { log, watched }: KeepPorts,
  outcomes: readonly AcceptedReading[],
): Promise<void> {
  await takeTurnToJoin(tx);
  const accepted: AcceptedReading[] = [];
  for (const one of outcomes) accepted.push({ ...one, changes: await leaveToReaders(tx, one, watched) });
  await keepReadings(tx, accepted);
  const stored = await keepChanges(tx, accepted);
  const changes = stored.flatMap((one) => one.changes);
  await enterParties(tx, stored);
  const places = await enterDevelopments(tx, changes);
  await settleObligations(tx, stored, { watched, places });
  await indexChanges(tx, changes, touchedBy(places));
  for (const { source, reading, changes: own, now, ...one } of stored) {
    if (reading.kind === 'text') await indexProvisions(tx, source, reading, now);
    for (const change of own) {
      await enterCalendar(tx, change, new Date(now));
      await tellChange(tx, log, change, one.stored.captureId, one.traceparent);
    }
  }
  await closeDoubts(tx, log, stored);
}

async function keepReadings(tx: Session, accepted: readonly AcceptedReading[]): Promise<void> {
  const whole = accepted.filter(({ addresses }) => addresses === undefined);
  await supersedeHeldReadings(
    tx,
    whole.map(({ source }) => source.id),
  );
  for (const { source, addresses } of accepted) {
    if (addresses !== undefined) await supersedeHeldReadings(tx, [source.id], addresses);
  }
  await saveReadings(tx, accepted);
  for (const { source, reading, stored } of accepted) {
    if (reading.kind !== 'documents') continue;
    await saveKnownDocuments(tx, source.documentSpace, stored.readingId, reading.documents);
  }
}

/** @returns what was accepted, with the changes that were not stored before */
async function keepChanges(tx: Session, accepted: readonly AcceptedReading[]): Promise<readonly AcceptedReading[]> {
  const derived = accepted.flatMap(({ changes, stored: { readingId }, previousReadingId }) =>
    changes.map((change) => ({ change, origin: { readingId, previousReadingId } })),
  );
  const isNew = new Set(await saveChanges(tx, derived));
  return accepted.map((one) => ({ ...one, changes: one.changes.filter((change) => isNew.has(change)) }));
}

/** A source that is in doubt reads well again, unless another address of it is still held. */
async function closeDoubts(tx: Session, log: EventLog, accepted: readonly AcceptedReading[]): Promise<void> {
  const ids = accepted.map(({ source }) => source.id);
  const doubted = await sourcesWithProblems(tx, ids, DOUBTS);
  for (const { source, addresses, now } of accepted) {
    if (!doubted.has(source.id)) continue;
    if (addresses !== undefined && (await listHeldReadings(tx, source.id)).length > 0) continue;
    await closeSourceConditions(tx, log, {
      sourceId: source.id,
      problems: DOUBTS,
      because: 'the source reads well again',
      at: now,
      noticedBy: NOTICED_BY,
    });
  }
}

/** Holds a reading: the last good one stays, nothing is announced, an operator is told once, the gap is shown. */
async function keepHeld(tx: Session, log: EventLog, held: HeldReading): Promise<void> {
  await saveReading(tx, held.stored, held.reading);
  await openSourceCondition(tx, log, {
    sourceId: held.source.id,
    problem: held.problem,
    because: held.stored.reason,
    at: held.now,
    noticedBy: NOTICED_BY,
  });
}
