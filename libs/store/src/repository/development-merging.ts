import { PostgresAdapter, sql } from 'kysely';
import type { Change, JoinKey } from '#domain';
import { ADVISORY_LOCKS } from '../dialect/advisory-locks.ts';
import type { Session } from '../open-store.ts';
import type { Development, DevelopmentChange } from './developments.ts';

const CHUNK = 300;
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
    for (let start = 0; start < values.length; start += CHUNK) {
      const rows = await tx
        .selectFrom('developmentKeys')
        .select(['value', 'developmentId'])
        .distinct()
        .where('kind', '=', kind)
        .where('value', 'in', values.slice(start, start + CHUNK))
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
  const anchors = new Map<string, string>();
  for (let start = 0; start < developmentIds.length; start += CHUNK) {
    const rows = await tx
      .selectFrom('developments')
      .select(['developmentId', 'anchor'])
      .where('developmentId', 'in', developmentIds.slice(start, start + CHUNK))
      .execute();
    for (const row of rows) anchors.set(row.developmentId, row.anchor);
  }
  return anchors;
}

/** Writes a development as its changes now make it. */
export async function saveDevelopment(tx: Session, development: Development): Promise<void> {
  const row = { ...development, instruments: JSON.stringify(development.instruments) };
  await tx
    .insertInto('developments')
    .values(row)
    .onConflict((conflict) => conflict.column('developmentId').doUpdateSet(row))
    .execute();
}

/** Places a change in its development, with its keys. */
export async function placeChange(tx: Session, place: DevelopmentChange, keys: readonly JoinKey[]): Promise<void> {
  const { changeId, developmentId } = place;
  await tx
    .insertInto('developmentChanges')
    .values({ ...place, differs: JSON.stringify(place.differs) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const rows = keys.slice(start, start + CHUNK).map((key) => ({ ...key, changeId, developmentId }));
    await tx
      .insertInto('developmentKeys')
      .values(rows)
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

/** Changes of a development in the order of detection; of the given types only, or one of them, where named. */
export async function listChangesOfDevelopment(
  session: Session,
  developmentId: string,
  types?: readonly string[],
  changeId?: string,
): Promise<readonly Change[]> {
  if (types?.length === 0) return [];
  let query = session
    .selectFrom('developmentChanges')
    .innerJoin('changes', 'changes.changeId', 'developmentChanges.changeId')
    .select('changes.body')
    .where('developmentChanges.developmentId', '=', developmentId);
  if (types) query = query.where('changes.type', 'in', types);
  if (changeId !== undefined) query = query.where('changes.changeId', '=', changeId);
  const rows = await query.orderBy('changes.position').execute();
  return rows.map((row) => JSON.parse(row.body) as Change);
}

/** What the summary of a development is made of, without the bodies of its changes. */
export async function summarisedChanges(tx: Session, developmentId: string) {
  return tx
    .selectFrom('developmentChanges')
    .innerJoin('changes', 'changes.changeId', 'developmentChanges.changeId')
    .select([
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
    .where('developmentChanges.developmentId', '=', developmentId)
    .$castTo<
      Pick<Change, 'changeId' | 'sourceId' | 'instrumentId' | 'jurisdiction' | 'stage' | 'detectedAt'> & {
        documentNumber: string | null;
        subjectLabel: string;
        subjectKey: string;
      }
    >()
    .execute();
}
