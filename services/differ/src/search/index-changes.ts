import type { Change, JoinKind, TextReading } from '#domain';
import type { Source } from '#sources';
import {
  findDevelopment,
  indexedSubjects,
  listFormerIds,
  listJoinKeys,
  removeSearchEntries,
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
  developmentIds: Iterable<string>,
): Promise<void> {
  await saveSearchEntries(tx, changes.map(changeEntry));
  for (const id of developmentIds) await indexDevelopment(tx, id);
}

/** Makes a development findable as it now is, and no longer under ids it had before it was joined with another. */
export async function indexDevelopment(tx: Session, developmentId: string): Promise<void> {
  const development = await findDevelopment(tx, developmentId);
  if (!development) return;
  const changes = await summarisedChanges(tx, developmentId);
  const keys = await listJoinKeys(tx, developmentId);
  const names = keys.filter((key) => KNOWN_BY.has(key.kind)).map((key) => key.value);
  await saveSearchEntries(tx, [developmentEntry(development, changes, names)]);
  await removeSearchEntries(tx, 'development', await listFormerIds(tx, developmentId));
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
