import type { Change, JoinKind, TextReading } from '#domain';
import type { Source } from '#sources';
import {
  indexedSubjects,
  listDevelopmentsById,
  listFormerIds,
  listJoinKeys,
  removeSearchEntries,
  type SearchEntry,
  type Session,
  saveSearchEntries,
  summarisedChanges,
} from '#store';
import { changeEntry } from './change-entry.ts';
import { developmentEntry } from './development-entry.ts';
import { provisionEntries } from './provision-entry.ts';

/** Keys of a development that a person may know it by. */
const KNOWN_BY: ReadonlySet<JoinKind> = new Set(['document', 'citation', 'rin', 'docket', 'law']);

/** Makes changes findable in the transaction that stores them, and the developments they touched. Expects {@link takeTurnToJoin} before. */
export async function indexChanges(
  tx: Session,
  changes: readonly Change[],
  developmentIds: readonly string[],
): Promise<void> {
  await saveSearchEntries(tx, [...changes.map(changeEntry), ...(await developmentEntries(tx, developmentIds))]);
  await removeSearchEntries(tx, 'development', await listFormerIds(tx, developmentIds));
}

/** Makes developments findable as they now are, and no longer under ids they had before they were joined with others. */
export async function indexDevelopments(tx: Session, developmentIds: readonly string[]): Promise<void> {
  await indexChanges(tx, [], developmentIds);
}

async function developmentEntries(tx: Session, developmentIds: readonly string[]): Promise<readonly SearchEntry[]> {
  const developments = await listDevelopmentsById(tx, developmentIds);
  const changes = await summarisedChanges(tx, developmentIds);
  const keys = Map.groupBy(await listJoinKeys(tx, developmentIds), (key) => key.developmentId);
  return developments.map((development) => {
    const { developmentId } = development;
    const known = (keys.get(developmentId) ?? []).filter((key) => KNOWN_BY.has(key.kind));
    return developmentEntry(
      development,
      changes.get(developmentId) ?? [],
      known.map((key) => key.value),
    );
  });
}

/**
 * Makes the provisions of a text in force findable as they now read, and those that are gone no longer. What a law not yet in
 * force will say is found by its changes.
 */
export async function indexProvisions(tx: Session, source: Source, reading: TextReading, at: string): Promise<void> {
  if (source.comparedWith !== undefined || reading.revision.status === 'pending') return;
  const entries = provisionEntries(source, reading, at);
  await saveSearchEntries(tx, entries);
  const present = new Set(entries.map((entry) => entry.subjectId));
  const indexed = await indexedSubjects(tx, 'provision', source.id);
  await removeSearchEntries(
    tx,
    'provision',
    indexed.filter((id) => !present.has(id)),
  );
}
