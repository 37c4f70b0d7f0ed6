import { partsOf } from '../dialect/parts-of.ts';
import type { Session } from '../open-store.ts';
import { indexOf } from './index-of-session.ts';
import { fingerprintOf, formsOf, type SearchEntry, type SearchKind } from './search-entry.ts';

const AT_ONCE = 200;
/** Entries of one second have room for this many places. */
const PLACES_A_SECOND = 2 ** 20;

/**
 * Writes what can be found, over what was written before about the same subjects; entries that say the same stay as they are.
 * Expects the turn of `takeTurnToJoin`, because places are given out.
 */
export async function saveSearchEntries(tx: Session, entries: readonly SearchEntry[]): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(entries, (entry) => entry.kind)) {
    for (const some of partsOf(ofKind, AT_ONCE)) await saveSome(tx, kind, some);
  }
}

async function saveSome(tx: Session, kind: SearchKind, entries: readonly SearchEntry[]): Promise<void> {
  const stored = await fingerprintsOf(tx, kind, entries);
  const altered = [...new Map(entries.map((entry) => [entry.subjectId, entry])).values()]
    .map((entry) => ({ entry, fingerprint: fingerprintOf(entry) }))
    .filter(({ entry, fingerprint }) => stored.get(entry.subjectId) !== fingerprint);
  if (altered.length === 0) return;
  const gone = altered.filter(({ entry }) => stored.has(entry.subjectId));
  await removeSearchEntries(
    tx,
    kind,
    gone.map(({ entry }) => entry.subjectId),
  );
  const places = createPlaces(tx);
  const placed: Placed[] = [];
  for (const { entry, fingerprint } of altered) placed.push({ entry, fingerprint, place: await places(entry.at) });
  await insert(tx, placed);
}

interface Placed {
  readonly entry: SearchEntry;
  readonly fingerprint: string;
  readonly place: number;
}

async function fingerprintsOf(
  tx: Session,
  kind: SearchKind,
  entries: readonly SearchEntry[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('searchEntries')
    .select(['subjectId', 'fingerprint'])
    .where('kind', '=', kind)
    .where(
      'subjectId',
      'in',
      entries.map((entry) => entry.subjectId),
    )
    .execute();
  return new Map(rows.map((row) => [row.subjectId, row.fingerprint]));
}

async function insert(tx: Session, placed: readonly Placed[]): Promise<void> {
  const forms = placed.map((one) => ({ ...one, ...formsOf(one.entry) }));
  await tx
    .insertInto('searchEntries')
    .values(
      forms.map(({ entry, fingerprint, place, heading, body }) => ({
        place,
        kind: entry.kind,
        subjectId: withoutNul(entry.subjectId),
        sourceIds: JSON.stringify(entry.sourceIds),
        instrumentIds: JSON.stringify(entry.instrumentIds),
        fingerprint,
        label: withoutNul(entry.label),
        heading,
        body,
        printed: withoutNul(entry.printed ?? ''),
      })),
    )
    .execute();
  const codes = forms.flatMap(({ place, codes: own }) =>
    own.map((code) => ({ code: code.slice(0, MAX_CODE_CHARS), place })),
  );
  for (const some of partsOf(codes, CODES_AT_ONCE)) {
    await tx
      .insertInto('searchCodes')
      .values([...some])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await indexOf(tx).add(tx, forms);
}

/** Two values each, of 32766 that SQLite takes in a statement. */
const CODES_AT_ONCE = 10_000;

/** Longer than any code; a B-tree of PostgreSQL takes 2,700 bytes. */
const MAX_CODE_CHARS = 300;

/** Gives out free places, the next one within the second of an instant. */
function createPlaces(tx: Session): (at: string) => Promise<number> {
  const last = new Map<number, number>();
  return async (at) => {
    const first = Math.max(0, Math.floor((Date.parse(at) || 0) / 1_000)) * PLACES_A_SECOND;
    const place = (last.get(first) ?? (await lastPlace(tx, first))) + 1;
    last.set(first, place);
    return place;
  };
}

async function lastPlace(tx: Session, first: number): Promise<number> {
  const row = await tx
    .selectFrom('searchEntries')
    .select((is) => is.fn.max('place').as('place'))
    .where('place', '>=', first)
    .where('place', '<', first + PLACES_A_SECOND)
    .executeTakeFirst();
  return row?.place ?? first - 1;
}

/** When an entry of a place is from, to the second. */
export function instantOfPlace(place: number): string {
  return new Date(Math.floor(place / PLACES_A_SECOND) * 1_000).toISOString();
}

/** Forgets what could be found about some subjects. */
export async function removeSearchEntries(tx: Session, kind: SearchKind, subjectIds: readonly string[]): Promise<void> {
  for (const some of partsOf(subjectIds, AT_ONCE)) {
    await tx.deleteFrom('searchEntries').where('kind', '=', kind).where('subjectId', 'in', some).execute();
  }
}

/** Ids of what is indexed of one source alone. */
export async function indexedSubjects(
  session: Session,
  kind: SearchKind,
  sourceId: string,
): Promise<readonly string[]> {
  const rows = await session
    .selectFrom('searchEntries')
    .select('subjectId')
    .where('sourceIds', '=', JSON.stringify([sourceId]))
    .where('kind', '=', kind)
    .execute();
  return rows.map((row) => row.subjectId);
}

/** PostgreSQL text cannot hold U+0000; a publisher's bytes may. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
