import type { Change, Reading } from '#domain';
import { closeSourceConditions, type EventLog, openSourceCondition } from '#log';
import type { Source } from '#sources';
import {
  listHeldReadings,
  type Session,
  type StoredReading,
  saveChange,
  saveKnownDocuments,
  saveReading,
  supersedeHeldReadings,
  takeTurnToJoin,
} from '#store';
import { enterCalendar } from './calendar/fire-calendar.ts';
import { enterDevelopments } from './development/enter-developments.ts';
import { enterParties } from './list/enter-parties.ts';
import { settleObligations } from './obligation/settle-obligations.ts';
import { indexChanges, indexProvisions } from './search/index-changes.ts';
import { tellChange } from './tell-change.ts';

const NOTICED_BY = '/redline/differ';
const DOUBTS = ['source.structure_changed', 'source.implausible'] as const;

/**
 * Accepts a reading: it becomes the base of comparison; its changes are stored, joined with others about the same act, made
 * findable, entered in the calendar and told; the source's doubts are closed.
 */
export async function keepAccepted(
  tx: Session,
  log: EventLog,
  source: Source,
  kept: {
    readonly stored: StoredReading;
    readonly reading: Reading;
    readonly changes: readonly Change[];
    readonly previousReadingId: string | null;
    readonly watched: readonly Source[];
    /** Addresses whose held readings give way; absent: all of the source. */
    readonly addresses?: readonly string[] | undefined;
    readonly traceparent?: string | undefined;
    readonly now: string;
  },
): Promise<void> {
  await takeTurnToJoin(tx);
  await supersedeHeldReadings(tx, source.id, kept.addresses);
  await saveReading(tx, kept.stored, kept.reading);
  if (kept.reading.kind === 'documents') {
    await saveKnownDocuments(tx, source.documentSpace, kept.stored.readingId, kept.reading.documents);
  }
  const stored: Change[] = [];
  for (const change of kept.changes) {
    const origin = { readingId: kept.stored.readingId, previousReadingId: kept.previousReadingId };
    if (await saveChange(tx, change, origin)) stored.push(change);
  }
  await enterParties(tx, source, { ...kept, changes: stored });
  const touched = await enterDevelopments(tx, stored);
  await settleObligations(tx, { ...kept, source, changes: stored, touched });
  await indexChanges(tx, stored, touched);
  if (kept.reading.kind === 'text') await indexProvisions(tx, source, kept.reading, kept.now);
  for (const change of stored) {
    await enterCalendar(tx, change, new Date(kept.now));
    await tellChange(tx, log, change, kept.stored.captureId, kept.traceparent);
  }
  if (kept.addresses !== undefined && (await listHeldReadings(tx, source.id)).length > 0) return;
  await closeSourceConditions(tx, log, {
    sourceId: source.id,
    problems: DOUBTS,
    because: 'the source reads well again',
    at: kept.now,
    noticedBy: NOTICED_BY,
  });
}

/** Holds a reading: the last good one stays, nothing is announced, an operator is told once, the gap is shown. */
export async function keepHeld(
  tx: Session,
  log: EventLog,
  source: Source,
  held: {
    readonly stored: StoredReading;
    readonly reading: Reading | undefined;
    readonly problem: string;
    readonly now: string;
  },
): Promise<void> {
  await saveReading(tx, held.stored, held.reading);
  await openSourceCondition(tx, log, {
    sourceId: source.id,
    problem: held.problem,
    because: held.stored.reason,
    at: held.now,
    noticedBy: NOTICED_BY,
  });
}
