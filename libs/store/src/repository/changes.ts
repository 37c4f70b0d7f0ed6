import type { Change, SearchQuery } from '#domain';
import { isAmong } from '../dialect/json-texts.ts';
import { partsOf } from '../dialect/parts-of.ts';
import type { Session } from '../open-store.ts';
import { changesHolding } from '../search/search.ts';

/** A change with its place in the order of detection; the position is the API's cursor. */
export interface StoredChange {
  readonly position: number;
  readonly change: Change;
}

/** Which readings a change was derived from, so that it can be derived again. */
export interface ChangeOrigin {
  readonly readingId: string;
  readonly previousReadingId: string | null;
}

/** Rows of one statement: sixteen values each, of 32766 that SQLite takes. */
const ROWS_AT_ONCE = 500;

/** @returns false when the change was stored before: redelivery and replay write nothing. */
export async function saveChange(session: Session, change: Change, origin: ChangeOrigin): Promise<boolean> {
  return (await saveChanges(session, [{ change, origin }])).length > 0;
}

/** Stores changes in their order. @returns those that were not stored before. */
export async function saveChanges(
  session: Session,
  derived: readonly { readonly change: Change; readonly origin: ChangeOrigin }[],
): Promise<readonly Change[]> {
  const stored = new Set<string>();
  for (const some of partsOf(derived, ROWS_AT_ONCE)) {
    const rows = await session
      .insertInto('changes')
      .values(some.map(rowOf))
      .onConflict((conflict) => conflict.column('changeId').doNothing())
      .returning('changeId')
      .execute();
    for (const { changeId } of rows) stored.add(changeId);
  }
  // An id that stands twice among them was stored once, by the first.
  return derived.flatMap(({ change }) => (stored.delete(change.changeId) ? [change] : []));
}

function rowOf({ change, origin }: { readonly change: Change; readonly origin: ChangeOrigin }) {
  return {
    changeId: change.changeId,
    sourceId: change.sourceId,
    instrumentId: change.instrumentId,
    jurisdiction: change.jurisdiction,
    type: change.type,
    alerting: change.alerting ? 1 : 0,
    baseline: change.detection.baseline ? 1 : 0,
    stage: change.stage,
    direction: change.direction,
    subjectKey: withoutNul(change.subject.key),
    subjectLabel: withoutNul(change.subject.label),
    documentNumber: change.documentNumber ?? null,
    detectedAt: change.detectedAt,
    readingId: origin.readingId,
    previousReadingId: origin.previousReadingId,
    body: JSON.stringify(change),
  };
}

export async function findChange(session: Session, changeId: string): Promise<StoredChange | undefined> {
  const row = await session
    .selectFrom('changes')
    .select(['position', 'body'])
    .where('changeId', '=', changeId)
    .executeTakeFirst();
  return row && { position: row.position, change: JSON.parse(row.body) as Change };
}

/** Those of the given ids that are stored, in no order. */
export async function listChangesById(
  session: Session,
  changeIds: readonly string[],
): Promise<readonly StoredChange[]> {
  if (changeIds.length === 0) return [];
  const rows = await session
    .selectFrom('changes')
    .select(['position', 'body'])
    .where(isAmong(session, 'changeId', changeIds))
    .execute();
  return rows.map((row) => ({ position: row.position, change: JSON.parse(row.body) as Change }));
}

export async function findChangeOrigin(session: Session, changeId: string): Promise<ChangeOrigin | undefined> {
  return session
    .selectFrom('changes')
    .select(['readingId', 'previousReadingId'])
    .where('changeId', '=', changeId)
    .executeTakeFirst();
}

/** Filters that a reader of changes may combine. */
export interface ChangeFilter {
  readonly afterPosition?: number;
  readonly beforePosition?: number;
  readonly type?: string;
  readonly sourceId?: string;
  readonly instrumentId?: string;
  readonly documentNumber?: string;
  readonly jurisdiction?: string;
  readonly direction?: string;
  /** Only what alerted a subscription of this tenant, in one of these bands. */
  readonly toldTo?: { readonly tenantId: string; readonly bands: readonly string[] };
  /** Only those in which these words stand, as the search index knows them. */
  readonly holding?: SearchQuery;
  /** Detected at or after this UTC instant. */
  readonly detectedFrom?: string;
  /** Detected before this UTC instant. */
  readonly detectedBefore?: string;
  readonly alerting?: boolean;
  readonly baseline?: boolean;
}

/** Changes in order of detection; `newestFirst` turns it round. */
export async function listChanges(
  session: Session,
  filter: ChangeFilter,
  limit: number,
  order: 'oldestFirst' | 'newestFirst' = 'oldestFirst',
): Promise<readonly StoredChange[]> {
  let query = session.selectFrom('changes').select(['position', 'body']);
  if (filter.afterPosition !== undefined) query = query.where('position', '>', filter.afterPosition);
  if (filter.beforePosition !== undefined) query = query.where('position', '<', filter.beforePosition);
  if (filter.type) query = query.where('type', '=', filter.type);
  if (filter.sourceId) query = query.where('sourceId', '=', filter.sourceId);
  if (filter.instrumentId) query = query.where('instrumentId', '=', filter.instrumentId);
  if (filter.documentNumber) query = query.where('documentNumber', '=', filter.documentNumber);
  if (filter.jurisdiction) query = query.where('jurisdiction', '=', filter.jurisdiction);
  if (filter.direction) query = query.where('direction', '=', filter.direction);
  if (filter.toldTo) query = query.where('changeId', 'in', changeIdsTold(session, filter.toldTo));
  if (filter.holding) query = query.where('changeId', 'in', changesHolding(session, filter.holding));
  if (filter.detectedFrom) query = query.where('detectedAt', '>=', filter.detectedFrom);
  if (filter.detectedBefore) query = query.where('detectedAt', '<', filter.detectedBefore);
  if (filter.alerting !== undefined) query = query.where('alerting', '=', filter.alerting ? 1 : 0);
  if (filter.baseline !== undefined) query = query.where('baseline', '=', filter.baseline ? 1 : 0);
  const rows = await query
    .orderBy('position', order === 'newestFirst' ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ position: row.position, change: JSON.parse(row.body) as Change }));
}

function changeIdsTold(session: Session, { tenantId, bands }: NonNullable<ChangeFilter['toldTo']>) {
  return session
    .selectFrom('alerts')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'alerts.subscriptionId')
    .select('alerts.changeId')
    .where('subscriptions.tenantId', '=', tenantId)
    .where('alerts.band', 'in', bands);
}

/** Changes of the given subjects, newest first. */
export async function listChangesOfSubjects(
  session: Session,
  subjectKeys: readonly string[],
  limit: number,
): Promise<readonly StoredChange[]> {
  if (subjectKeys.length === 0) return [];
  const rows = await session
    .selectFrom('changes')
    .select(['position', 'body'])
    .where('subjectKey', 'in', subjectKeys)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ position: row.position, change: JSON.parse(row.body) as Change }));
}

/** The ids of all changes derived from one reading, for `verify`. */
export async function changeIdsOfReading(session: Session, readingId: string): Promise<readonly string[]> {
  const rows = await session.selectFrom('changes').select('changeId').where('readingId', '=', readingId).execute();
  return rows.map((row) => row.changeId);
}

/** PostgreSQL text cannot hold U+0000; a publisher's bytes may. The JSON body keeps it escaped. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
