import type { JoinKey, Jurisdiction, Stage, StatedDifference } from '#domain';
import type { DevelopmentTable } from '../development-tables.ts';
import { isAmong } from '../dialect/json-texts.ts';
import type { Session } from '../open-store.ts';

/** The thread that joins changes of several sources about one legal act. */
export interface Development {
  readonly developmentId: string;
  /** What its id is made of: the steadiest property among those of its changes. */
  readonly anchor: string;
  readonly title: string;
  readonly jurisdiction: Jurisdiction;
  readonly instruments: readonly string[];
  readonly stage: Stage;
  /** UTC instant at which the first of its changes was detected. */
  readonly openedAt: string;
  readonly lastChangeAt: string;
  readonly changeCount: number;
  readonly sourceCount: number;
}

/** A change's place in its development. */
export interface DevelopmentChange {
  readonly changeId: string;
  readonly developmentId: string;
  readonly sourceId: string;
  /** The earlier change about the same subject that this one repeats or corrects. */
  readonly confirmsChangeId: string | null;
  /** What it says otherwise than that one; empty: it says the same. */
  readonly differs: readonly StatedDifference[];
}

/** A key with the change that has it. */
export interface StoredJoinKey extends JoinKey {
  readonly changeId: string;
  readonly developmentId: string;
}

/** The development with an id, also under an id it had before it was joined with another. */
export async function findDevelopment(session: Session, id: string): Promise<Development | undefined> {
  const alias = await session
    .selectFrom('developmentAliases')
    .select('developmentId')
    .where('aliasId', '=', id)
    .executeTakeFirst();
  const row = await session
    .selectFrom('developments')
    .selectAll()
    .where('developmentId', '=', alias?.developmentId ?? id)
    .executeTakeFirst();
  return row && toDevelopment(row);
}

/** A page of developments, the one with the newest change first. */
export async function listDevelopments(
  session: Session,
  wanted: {
    readonly open?: boolean;
    readonly instrumentId?: string;
    readonly before?: Pick<Development, 'lastChangeAt' | 'developmentId'>;
  },
  limit: number,
): Promise<readonly Development[]> {
  let query = session.selectFrom('developments').selectAll();
  const { open, instrumentId, before } = wanted;
  if (open) {
    const owing = session.selectFrom('obligations').select('developmentId').where('state', '=', 'open');
    query = query.where('developmentId', 'in', owing);
  }
  if (instrumentId) query = query.where('instruments', 'like', `%"${instrumentId}"%`);
  if (before) {
    query = query.where((is) =>
      is.or([
        is('lastChangeAt', '<', before.lastChangeAt),
        is.and([is('lastChangeAt', '=', before.lastChangeAt), is('developmentId', '>', before.developmentId)]),
      ]),
    );
  }
  const rows = await query.orderBy('lastChangeAt', 'desc').orderBy('developmentId').limit(limit).execute();
  return rows.map(toDevelopment);
}

/** Those of the given developments that are kept, in no order. */
export async function listDevelopmentsById(
  session: Session,
  developmentIds: readonly string[],
): Promise<readonly Development[]> {
  const named = isAmong(session, 'developmentId', developmentIds);
  return (await session.selectFrom('developments').selectAll().where(named).execute()).map(toDevelopment);
}

/** Ids that developments had before they were joined with others. */
export async function listFormerIds(session: Session, developmentIds: readonly string[]): Promise<readonly string[]> {
  const named = isAmong(session, 'developmentId', developmentIds);
  const rows = await session.selectFrom('developmentAliases').select('aliasId').where(named).execute();
  return rows.map((row) => row.aliasId);
}

/** The next ids after one, in their own order. */
export async function listDevelopmentIds(session: Session, after: string, limit: number): Promise<readonly string[]> {
  const rows = await session
    .selectFrom('developments')
    .select('developmentId')
    .where('developmentId', '>', after)
    .orderBy('developmentId')
    .limit(limit)
    .execute();
  return rows.map((row) => row.developmentId);
}

/** Where a change stands; undefined for one stored before developments were kept. */
export async function findDevelopmentChange(
  session: Session,
  changeId: string,
): Promise<DevelopmentChange | undefined> {
  return (await listDevelopmentChangesById(session, [changeId]))[0];
}

/** Where changes stand, in no order, but for those stored before developments were kept. */
export async function listDevelopmentChangesById(
  session: Session,
  changeIds: readonly string[],
): Promise<readonly DevelopmentChange[]> {
  const named = isAmong(session, 'changeId', changeIds);
  return (await session.selectFrom('developmentChanges').selectAll().where(named).execute()).map(toDevelopmentChange);
}

/** Later changes of other sources that confirm or correct a change. */
export async function listConfirmations(session: Session, changeId: string): Promise<readonly DevelopmentChange[]> {
  const rows = await session
    .selectFrom('developmentChanges')
    .selectAll()
    .where('confirmsChangeId', '=', changeId)
    .orderBy('changeId')
    .execute();
  return rows.map(toDevelopmentChange);
}

export async function listDevelopmentChanges(
  session: Session,
  developmentId: string,
): Promise<readonly DevelopmentChange[]> {
  const rows = await session
    .selectFrom('developmentChanges')
    .selectAll()
    .where('developmentId', '=', developmentId)
    .orderBy('changeId')
    .execute();
  return rows.map(toDevelopmentChange);
}

/** Those of the given changes that repeat an earlier one of another source, with nothing new. */
export async function confirmedAmong(session: Session, changeIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await session
    .selectFrom('developmentChanges')
    .select('changeId')
    .where(isAmong(session, 'changeId', changeIds))
    .where('confirmsChangeId', 'is not', null)
    .where('differs', '=', '[]')
    .execute();
  return new Set(rows.map((row) => row.changeId));
}

/** The development of each of the given changes, by change id. */
export async function developmentsOfChanges(
  session: Session,
  changeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await session
    .selectFrom('developmentChanges')
    .select(['changeId', 'developmentId'])
    .where(isAmong(session, 'changeId', changeIds))
    .execute();
  return new Map(rows.map((row) => [row.changeId, row.developmentId]));
}

/** All keys of the changes of some developments: what joined them. */
export async function listJoinKeys(
  session: Session,
  developmentIds: readonly string[],
): Promise<readonly StoredJoinKey[]> {
  return session
    .selectFrom('developmentKeys')
    .selectAll()
    .where(isAmong(session, 'developmentId', developmentIds))
    .orderBy('kind')
    .orderBy('value')
    .orderBy('changeId')
    .$castTo<StoredJoinKey>()
    .execute();
}

function toDevelopment(row: DevelopmentTable): Development {
  return {
    ...row,
    jurisdiction: row.jurisdiction as Jurisdiction,
    stage: row.stage as Stage,
    instruments: JSON.parse(row.instruments) as readonly string[],
  };
}

function toDevelopmentChange(row: {
  changeId: string;
  developmentId: string;
  sourceId: string;
  confirmsChangeId: string | null;
  differs: string;
}): DevelopmentChange {
  return { ...row, differs: JSON.parse(row.differs) as readonly StatedDifference[] };
}
