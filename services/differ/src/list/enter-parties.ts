import { type Change, comparableNames, type ListEntry, partyNamesOf, type Reading } from '#domain';
import type { Source } from '#sources';
import {
  enterListedParties,
  type ListedParty,
  listedSubjects,
  noteGoneParties,
  type PartyName,
  type Session,
  savePartyNames,
} from '#store';
import { entryKey } from './entry-identity.ts';

/** What was read of a source, each source once. */
export interface ReadParties {
  readonly source: Source;
  readonly reading: Reading;
  readonly changes: readonly Change[];
  readonly now: string;
}

/**
 * Keeps who stands on the lists of sources, and under which names, so that one party can be followed over all lists. Entries
 * that were there before cost one look; a name that joined one of them comes with its change.
 */
export async function enterParties(tx: Session, reads: readonly ReadParties[]): Promise<void> {
  const lists = reads.flatMap((read) =>
    read.reading.kind === 'list' ? [{ ...read, listed: partiesOf(read.reading.entries) }] : [],
  );
  const known = await listedSubjects(
    tx,
    lists.map(({ source }) => source.id),
  );
  const added = lists.flatMap(({ source, listed, now }) =>
    [...listed].flatMap(([key, entry]) => (known.get(source.id)?.has(key) ? [] : [{ source, key, entry, now }])),
  );
  await enterListedParties(tx, added.map(listedPartyOf));
  for (const { source, listed, now } of lists) {
    const gone = [...(known.get(source.id) ?? [])].filter((key) => !listed.has(key));
    await noteGoneParties(tx, source.id, gone, now);
  }
  const joined = reads.flatMap(({ source, changes }) => changes.flatMap((change) => namesOfChange(source, change)));
  await savePartyNames(tx, [
    ...added.flatMap(({ source, key, entry }) => namesOf(source, key, printed(entry))),
    ...joined,
  ]);
}

function partiesOf(entries: readonly ListEntry[]): ReadonlyMap<string, ListEntry> {
  return new Map(entries.filter(({ kind }) => kind === 'entity').map((entry) => [withoutNul(entryKey(entry)), entry]));
}

function listedPartyOf(added: {
  readonly source: Source;
  readonly key: string;
  readonly entry: ListEntry;
  readonly now: string;
}): ListedParty {
  const { source, key, entry, now } = added;
  return {
    sourceId: source.id,
    subjectKey: key,
    name: withoutNul(entry.name),
    list: entry.list,
    instrumentId: entry.instrumentId ?? source.instrumentId,
    country: entry.country ?? null,
    seenAt: now,
    goneAt: null,
  };
}

function printed({ name, nativeName, aliases }: ListEntry): readonly string[] {
  return [name, ...(nativeName ? [nativeName] : []), ...aliases];
}

function namesOfChange(source: Source, change: Change): readonly PartyName[] {
  const isParty = change.subject.kind === 'entity' || change.subject.kind === 'authorisation';
  return isParty ? namesOf(source, change.subject.key, partyNamesOf(change)) : [];
}

function namesOf(source: Source, subjectKey: string, names: readonly string[]): readonly PartyName[] {
  return names.flatMap(comparableNames).map(({ compact, raw }) => ({
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
