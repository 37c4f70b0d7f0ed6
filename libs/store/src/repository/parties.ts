import { partsOf } from '../dialect/parts-of.ts';
import type { Session } from '../open-store.ts';

/** A party on a list: since when it was seen there, and since when no longer. */
export interface ListedParty {
  readonly sourceId: string;
  /** Subject of the changes of this entry. */
  readonly subjectKey: string;
  readonly name: string;
  /** The list within the publication: `EL`, `SDN`, `外国ユーザーリスト`. */
  readonly list: string;
  readonly instrumentId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** UTC instant of the first reading that showed it. It may have been listed long before. */
  readonly seenAt: string;
  /** UTC instant of the first reading that no longer showed it; null while it stands on the list. */
  readonly goneAt: string | null;
}

/** One name under which a party was printed. */
export interface PartyName {
  /** The name as names are compared: equal keys, equal names. */
  readonly nameKey: string;
  readonly subjectKey: string;
  readonly printed: string;
  readonly sourceId: string;
}

/** Rows of one statement: SQLite takes 32766 values. */
const BATCH = 2_000;

/** Entries of sources that stand on their lists, by source and subject. */
export async function listedSubjects(
  session: Session,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const listed = new Map(sourceIds.map((sourceId) => [sourceId, new Set<string>()]));
  if (sourceIds.length === 0) return listed;
  const rows = await session
    .selectFrom('listedParties')
    .select(['sourceId', 'subjectKey'])
    .where('sourceId', 'in', sourceIds)
    .where('goneAt', 'is', null)
    .execute();
  for (const { sourceId, subjectKey } of rows) listed.get(sourceId)?.add(subjectKey);
  return listed;
}

/** Enters parties that appeared; one that was gone stands again. */
export async function enterListedParties(tx: Session, parties: readonly ListedParty[]): Promise<void> {
  for (const batch of partsOf(parties, BATCH)) {
    await tx
      .insertInto('listedParties')
      .values([...batch])
      .onConflict((conflict) => conflict.columns(['sourceId', 'subjectKey']).doUpdateSet({ goneAt: null }))
      .execute();
  }
}

/** Notes that entries are no longer on the lists of a source. */
export async function noteGoneParties(
  tx: Session,
  sourceId: string,
  subjectKeys: readonly string[],
  goneAt: string,
): Promise<void> {
  for (const batch of partsOf(subjectKeys, BATCH)) {
    await tx
      .updateTable('listedParties')
      .set({ goneAt })
      .where('sourceId', '=', sourceId)
      .where('subjectKey', 'in', batch)
      .execute();
  }
}

/** Keeps names; those that are known stay as they are. */
export async function savePartyNames(tx: Session, names: readonly PartyName[]): Promise<void> {
  for (const batch of partsOf(names, BATCH)) {
    await tx
      .insertInto('partyNames')
      .values([...batch])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Every name of the parties that go under a name. Not more than `limit`. */
export async function namesOfParty(session: Session, nameKey: string, limit: number): Promise<readonly PartyName[]> {
  const subjects = session.selectFrom('partyNames').select('subjectKey').where('nameKey', '=', nameKey);
  return session
    .selectFrom('partyNames')
    .selectAll()
    .where('subjectKey', 'in', subjects)
    .orderBy('nameKey')
    .orderBy('subjectKey')
    .limit(limit)
    .execute();
}

export async function listingsOfSubjects(
  session: Session,
  subjectKeys: readonly string[],
): Promise<readonly ListedParty[]> {
  if (subjectKeys.length === 0) return [];
  return session
    .selectFrom('listedParties')
    .selectAll()
    .where('subjectKey', 'in', subjectKeys)
    .orderBy('seenAt')
    .orderBy('sourceId')
    .execute();
}

/** A name that was found, and how many entries over all lists go under it. */
export interface FoundName {
  readonly nameKey: string;
  readonly printed: string;
  readonly entries: number;
}

/** Names that contain a key, the closest first: shorter names hold less besides it. */
export async function findPartyNames(session: Session, key: string, limit: number): Promise<readonly FoundName[]> {
  const rows = await session
    .selectFrom('partyNames')
    .select((is) => [
      'nameKey',
      is.fn.min('printed').as('printed'),
      is.fn.count<number>('subjectKey').distinct().as('entries'),
    ])
    .where('nameKey', 'like', `%${key.replace(/[%_\\]/g, '')}%`)
    .groupBy('nameKey')
    .orderBy((is) => is.fn('length', ['nameKey']))
    .orderBy('nameKey')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, entries: Number(row.entries) }));
}
