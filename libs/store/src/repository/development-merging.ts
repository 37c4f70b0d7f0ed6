import { PostgresAdapter, sql } from 'kysely';
import type { Change, JoinKey } from '#domain';
import { ADVISORY_LOCKS } from '../dialect/advisory-locks.ts';
import { isAmong } from '../dialect/json-texts.ts';
import { partsOf } from '../dialect/parts-of.ts';
import type { Session } from '../open-store.ts';
import type { Development, DevelopmentChange } from './developments.ts';

const AT_ONCE = 300;
/**
 * Differs take turns from here to the end of the transaction: two sources that tell of one act at once make one development,
 * and changes get their positions in the order in which they were joined. SQLite has one writer anyway.
 */
export async function takeTurnToJoin(tx: Session): Promise<void> {
  if (!(tx.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.joining)})`.execute(tx);
}

/** Ids of the developments that have any of the keys, by `kind` and `value` joined with a blank. */
export async function developmentsWithKeys(
  tx: Session,
  keys: readonly JoinKey[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [kind, ofKind] of Map.groupBy(keys, (key) => key.kind)) {
    const values = [...new Set(ofKind.map((key) => key.value))];
    for (const some of partsOf(values, AT_ONCE)) {
      const rows = await tx
        .selectFrom('developmentKeys')
        .select(['value', 'developmentId'])
        .distinct()
        .where('kind', '=', kind)
        .where('value', 'in', some)
        .execute();
      for (const { value, developmentId } of rows) {
        const name = `${kind} ${value}`;
        found.set(name, [...(found.get(name) ?? []), developmentId]);
      }
    }
  }
  return found;
}

/** Anchors of the given developments, by id. */
export async function anchorsOf(tx: Session, developmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('developments')
    .select(['developmentId', 'anchor'])
    .where(isAmong(tx, 'developmentId', developmentIds))
    .execute();
  return new Map(rows.map((row) => [row.developmentId, row.anchor]));
}

/** Writes developments, no two of one id, as their changes now make them. */
export async function saveDevelopments(tx: Session, developments: readonly Development[]): Promise<void> {
  for (const some of partsOf(developments, AT_ONCE)) {
    await tx
      .insertInto('developments')
      .values(some.map((development) => ({ ...development, instruments: JSON.stringify(development.instruments) })))
      .onConflict((conflict) =>
        conflict.column('developmentId').doUpdateSet((given) => ({
          anchor: given.ref('excluded.anchor'),
          title: given.ref('excluded.title'),
          jurisdiction: given.ref('excluded.jurisdiction'),
          instruments: given.ref('excluded.instruments'),
          stage: given.ref('excluded.stage'),
          openedAt: given.ref('excluded.openedAt'),
          lastChangeAt: given.ref('excluded.lastChangeAt'),
          changeCount: given.ref('excluded.changeCount'),
          sourceCount: given.ref('excluded.sourceCount'),
        })),
      )
      .execute();
  }
}

/** A change's place in its development, and the keys it was joined by. */
export interface KeyedPlace extends DevelopmentChange {
  readonly keys: readonly JoinKey[];
}

/** Places changes in their developments, with their keys. */
export async function placeChanges(tx: Session, places: readonly KeyedPlace[]): Promise<void> {
  for (const some of partsOf(places, AT_ONCE)) {
    await tx
      .insertInto('developmentChanges')
      .values(some.map(({ keys: _, ...place }) => ({ ...place, differs: JSON.stringify(place.differs) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const keys = places.flatMap(({ changeId, developmentId, keys: own }) =>
    own.map((key) => ({ ...key, changeId, developmentId })),
  );
  for (const some of partsOf(keys, AT_ONCE)) {
    await tx
      .insertInto('developmentKeys')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Carries everything of one development over to another. Its id lives on as an alias, so that old links lead there. */
export async function mergeDevelopment(tx: Session, fromId: string, intoId: string): Promise<void> {
  const moved = { developmentId: intoId };
  for (const table of [
    'developmentChanges',
    'developmentKeys',
    'developmentAliases',
    'obligations',
    'reviewItems',
  ] as const) {
    await tx.updateTable(table).set(moved).where('developmentId', '=', fromId).execute();
  }
  await tx.deleteFrom('developments').where('developmentId', '=', fromId).execute();
  await tx.deleteFrom('developmentAliases').where('aliasId', '=', intoId).execute();
  await tx
    .insertInto('developmentAliases')
    .values({ aliasId: fromId, developmentId: intoId })
    .onConflict((conflict) => conflict.column('aliasId').doUpdateSet(moved))
    .execute();
}

/** Changes of a development in the order of detection; of the given types only, where named. */
export async function listChangesOfDevelopment(
  session: Session,
  developmentId: string,
  types?: readonly string[],
): Promise<readonly Change[]> {
  if (types?.length === 0) return [];
  let query = session
    .selectFrom('developmentChanges')
    .innerJoin('changes', 'changes.changeId', 'developmentChanges.changeId')
    .select('changes.body')
    .where('developmentChanges.developmentId', '=', developmentId);
  if (types) query = query.where('changes.type', 'in', types);
  const rows = await query.orderBy('changes.position').execute();
  return rows.map((row) => JSON.parse(row.body) as Change);
}

/** Changes of the given types of some developments, in the order of detection, by development. */
export async function changesOfDevelopments(
  session: Session,
  developmentIds: readonly string[],
  types: readonly string[],
): Promise<ReadonlyMap<string, readonly Change[]>> {
  if (types.length === 0) return new Map();
  const rows = await session
    .selectFrom('developmentChanges')
    .innerJoin('changes', 'changes.changeId', 'developmentChanges.changeId')
    .select(['developmentChanges.developmentId', 'changes.body'])
    .where(isAmong(session, 'developmentChanges.developmentId', developmentIds))
    .where('changes.type', 'in', types)
    .orderBy('changes.position')
    .execute();
  const found = Map.groupBy(rows, ({ developmentId }) => developmentId);
  return new Map([...found].map(([id, of]) => [id, of.map(({ body }) => JSON.parse(body) as Change)]));
}

/** What the summaries of some developments are made of, without the bodies of their changes. */
export async function summarisedChanges(tx: Session, developmentIds: readonly string[]) {
  const rows = await tx
    .selectFrom('developmentChanges')
    .innerJoin('changes', 'changes.changeId', 'developmentChanges.changeId')
    .select([
      'developmentChanges.developmentId',
      'changes.changeId',
      'changes.sourceId',
      'changes.instrumentId',
      'changes.jurisdiction',
      'changes.stage',
      'changes.documentNumber',
      'changes.subjectLabel',
      'changes.subjectKey',
      'changes.detectedAt',
    ])
    .where(isAmong(tx, 'developmentChanges.developmentId', developmentIds))
    .$castTo<
      Pick<Change, 'changeId' | 'sourceId' | 'instrumentId' | 'jurisdiction' | 'stage' | 'detectedAt'> & {
        developmentId: string;
        documentNumber: string | null;
        subjectLabel: string;
        subjectKey: string;
      }
    >()
    .execute();
  return Map.groupBy(rows, ({ developmentId }) => developmentId);
}
