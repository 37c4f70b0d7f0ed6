import { type Change, comparableNames, type ListEntry, partyNamesOf, type Reading } from '#domain';
import type { Source } from '#sources';
import {
  enterListedParties,
  listedSubjects,
  noteGoneParties,
  type PartyName,
  type Session,
  savePartyNames,
} from '#store';
import { entryKey } from './entry-identity.ts';

/**
 * Keeps who stands on the lists of a source, and under which names, so that one party can be followed over all lists. Entries
 * that were there before cost one look; a name that joined one of them comes with its change.
 */
export async function enterParties(
  tx: Session,
  source: Source,
  read: { readonly reading: Reading; readonly changes: readonly Change[]; readonly now: string },
): Promise<void> {
  if (read.reading.kind === 'list') await enterListing(tx, source, read.reading.entries, read.now);
  const names = read.changes.flatMap((change) => {
    const isParty = change.subject.kind === 'entity' || change.subject.kind === 'authorisation';
    return isParty ? namesOf(source, change.subject.key, partyNamesOf(change)) : [];
  });
  await savePartyNames(tx, names);
}

async function enterListing(tx: Session, source: Source, entries: readonly ListEntry[], now: string): Promise<void> {
  const listed = new Map(
    entries.filter(({ kind }) => kind === 'entity').map((entry) => [withoutNul(entryKey(entry)), entry]),
  );
  const known = await listedSubjects(tx, source.id);
  const added = [...listed].filter(([key]) => !known.has(key));
  await enterListedParties(
    tx,
    added.map(([subjectKey, entry]) => ({
      sourceId: source.id,
      subjectKey,
      name: withoutNul(entry.name),
      list: entry.list,
      instrumentId: entry.instrumentId ?? source.instrumentId,
      country: entry.country ?? null,
      seenAt: now,
      goneAt: null,
    })),
  );
  const gone = [...known].filter((key) => !listed.has(key));
  await noteGoneParties(tx, source.id, gone, now);
  const printed = ({ name, nativeName, aliases }: ListEntry) => [name, ...(nativeName ? [nativeName] : []), ...aliases];
  await savePartyNames(
    tx,
    added.flatMap(([key, entry]) => namesOf(source, key, printed(entry))),
  );
}

function namesOf(source: Source, subjectKey: string, printed: readonly string[]): readonly PartyName[] {
  return printed.flatMap(comparableNames).map(({ compact, raw }) => ({
    nameKey: withoutNul(compact),
    subjectKey: withoutNul(subjectKey),
    printed: withoutNul(raw),
    sourceId: source.id,
  }));
}

/** PostgreSQL text cannot hold U+0000; a publisher's bytes may. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
