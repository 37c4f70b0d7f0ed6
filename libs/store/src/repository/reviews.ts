import { sql } from 'kysely';
import { type Band, type JsonObject, REVIEW_ACTS, type ReviewEntry } from '#domain';
import { isAmong } from '../dialect/json-texts.ts';
import type { Session } from '../open-store.ts';
import { listReviewItems, type ReviewItem } from './review-items.ts';

/**
 * What can be reviewed: a change, with the alerts it raised; something that does not agree between sources; one alert, which
 * is what a change means for one subscription.
 */
export const REVIEWED_KINDS = ['change', 'review_item', 'alert'] as const;
export type ReviewedKind = (typeof REVIEWED_KINDS)[number];

export interface ReviewSubject {
  readonly kind: ReviewedKind;
  readonly id: string;
}

/** The acts of a tenant on one subject, oldest first. */
export async function listReviewEntries(
  session: Session,
  tenantId: string,
  subject: ReviewSubject,
): Promise<readonly ReviewEntry[]> {
  const rows = await reviewRows(session, tenantId)
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .execute();
  return rows.map(toEntry);
}

/** All that a tenant did with what can be reviewed, by `kind id`: as much as people do, never as much as machines find. */
export async function reviewEntriesBySubject(
  session: Session,
  tenantId: string,
): Promise<ReadonlyMap<string, readonly ReviewEntry[]>> {
  const entries = new Map<string, ReviewEntry[]>();
  for (const row of await reviewRows(session, tenantId).execute()) {
    const key = `${row.subjectKind} ${row.subjectId}`;
    const known = entries.get(key);
    if (known) known.push(toEntry(row));
    else entries.set(key, [toEntry(row)]);
  }
  return entries;
}

function reviewRows(session: Session, tenantId: string) {
  return session
    .selectFrom('auditTrail')
    .select(['subjectKind', 'subjectId', 'act', 'at', 'who', 'detail'])
    .where('tenantId', '=', tenantId)
    .where(
      'act',
      'in',
      REVIEW_ACTS.map((act) => `review.${act}`),
    )
    .orderBy('sequence');
}

interface ReviewRow {
  readonly act: string;
  readonly at: string;
  readonly who: string;
  readonly detail: string;
}

/** The trail was written from a {@link ReviewEntry}: its detail holds the rest of it. */
function toEntry({ act, at, who, detail }: ReviewRow): ReviewEntry {
  return { ...(JSON.parse(detail) as JsonObject), act: act.slice('review.'.length), at, who } as ReviewEntry;
}

/** An alert of a tenant, as the review desk meets it. */
export interface ReviewedAlert {
  readonly alertId: string;
  readonly changeId: string;
  readonly subscriptionId: string;
  readonly subscriptionName: string;
  /** Of the change. */
  readonly developmentId: string | null;
  readonly raisedAt: string;
  readonly score: number;
  readonly band: Band;
}

/** Alerts that wait for somebody, oldest first: neither they nor their change were ended, or they were opened again. */
export async function listOpenAlerts(session: Session, tenantId: string): Promise<readonly ReviewedAlert[]> {
  return alertRows(session, tenantId)
    .where(isOpen(tenantId, 'change', sql`alerts.change_id`))
    .where(isOpen(tenantId, 'alert', sql`alerts.alert_id`))
    .orderBy('raisedAt')
    .orderBy('alerts.alertId')
    .$castTo<ReviewedAlert>()
    .execute();
}

/** Those of the given alerts that are the tenant's, in no order. */
export async function listReviewedAlerts(
  session: Session,
  tenantId: string,
  alertIds: readonly string[],
): Promise<readonly ReviewedAlert[]> {
  const rows = alertRows(session, tenantId).where(isAmong(session, 'alerts.alertId', alertIds));
  return rows.$castTo<ReviewedAlert>().execute();
}

/** The newest alerts of one subscription. */
export async function listAlertsForReview(
  session: Session,
  tenantId: string,
  subscriptionId: string,
  limit: number,
): Promise<readonly ReviewedAlert[]> {
  return alertRows(session, tenantId)
    .where('alerts.subscriptionId', '=', subscriptionId)
    .orderBy('raisedAt', 'desc')
    .orderBy('alerts.alertId')
    .limit(limit)
    .$castTo<ReviewedAlert>()
    .execute();
}

function alertRows(session: Session, tenantId: string) {
  return session
    .selectFrom('alerts')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'alerts.subscriptionId')
    .leftJoin('developmentChanges', 'developmentChanges.changeId', 'alerts.changeId')
    .select(['alerts.alertId', 'alerts.changeId', 'alerts.subscriptionId', 'subscriptions.name as subscriptionName'])
    .select(['developmentChanges.developmentId', 'raisedAt', 'score', 'band'])
    .where('subscriptions.tenantId', '=', tenantId);
}

/** Review items that are open for all and that a tenant has not ended for itself. */
export async function listOwnOpenReviewItems(session: Session, tenantId: string): Promise<readonly ReviewItem[]> {
  const rows = await session
    .selectFrom('reviewItems')
    .select('reviewItemId')
    .where('state', '=', 'open')
    .where(isOpen(tenantId, 'review_item', sql`review_items.review_item_id`))
    .execute();
  const open = new Set(rows.map(({ reviewItemId }) => reviewItemId));
  const items = await listReviewItems(session, { state: 'open' }, MOST_ITEMS);
  return items.filter(({ reviewItemId }) => open.has(reviewItemId));
}

const MOST_ITEMS = 10_000;

/** True where the last act of the tenant on a subject, if there is any, left it open. */
function isOpen(tenantId: string, kind: ReviewedKind, id: ReturnType<typeof sql>) {
  return sql<boolean>`not exists (select 1 from audit_trail a where a.tenant_id = ${tenantId} and a.subject_kind = ${kind}
    and a.subject_id = ${id} and a.to_state <> 'open' and a.sequence = (select max(b.sequence) from audit_trail b
    where b.tenant_id = a.tenant_id and b.subject_kind = a.subject_kind and b.subject_id = a.subject_id))`;
}
