import { partsOf } from '../dialect/parts-of.ts';
import type { Session } from '../open-store.ts';

/** `due`: waits for its instant. `delivered` and `gave_up` are final; a replay is a new delivery. */
export type DeliveryStatus = 'due' | 'delivered' | 'gave_up';

/** What a delivery can carry; `subjectId` names it: the alert, the digest, the burst, … */
export const MESSAGE_KINDS = ['alert', 'digest', 'burst', 'correction', 'test', 'notice'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** One message on its way to one channel. */
export interface Delivery {
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly messageKind: MessageKind;
  /** Id of what is told, among its kind. */
  readonly subjectId: string;
  /** The alert that is told; empty for every other kind. */
  readonly alertId: string;
  /** `webhook-id` of every attempt: the receiver's idempotency key. */
  readonly webhookId: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly lastOutcome: string;
  readonly replayOf: string | null;
}

export interface DeliveryAttempt {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly outcome: string;
  readonly status: number | null;
  /** What the receiver answered, cut at 16 KiB. */
  readonly responseText: string;
}

/** The columns of {@link Delivery}. */
export const DELIVERY_COLUMNS = [
  'deliveryId',
  'subscriptionId',
  'messageKind',
  'subjectId',
  'alertId',
  'webhookId',
  'status',
  'attempts',
  'nextAttemptAt',
  'createdAt',
  'finishedAt',
  'lastOutcome',
  'replayOf',
] as const;

/** @returns false when the delivery was enqueued before. */
export async function enqueueDelivery(session: Session, delivery: Delivery): Promise<boolean> {
  return (await enqueueDeliveries(session, [delivery])) > 0;
}

/** Rows of one statement: fourteen values each, of 32766 that SQLite takes. */
const ROWS_AT_ONCE = 1_000;

/** @returns how many were not known before. */
export async function enqueueDeliveries(session: Session, deliveries: readonly Delivery[]): Promise<number> {
  let enqueued = 0;
  for (const some of partsOf(deliveries, ROWS_AT_ONCE)) {
    const { numInsertedOrUpdatedRows } = await session
      .insertInto('deliveries')
      .values(some.map((delivery) => ({ ...delivery, claimedUntil: null })))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    enqueued += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return enqueued;
}

/** Any tenant's. Who answers a caller takes {@link findOwnDelivery}. */
export async function findDelivery(session: Session, deliveryId: string): Promise<Delivery | undefined> {
  return session
    .selectFrom('deliveries')
    .select(DELIVERY_COLUMNS)
    .where('deliveryId', '=', deliveryId)
    .$castTo<Delivery>()
    .executeTakeFirst();
}

export async function listAttempts(session: Session, deliveryId: string): Promise<readonly DeliveryAttempt[]> {
  return session
    .selectFrom('deliveryAttempts')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .orderBy('attempt')
    .execute();
}

/** @returns undefined also for a delivery of another tenant's subscription. */
export async function findOwnDelivery(
  session: Session,
  tenantId: string,
  deliveryId: string,
): Promise<Delivery | undefined> {
  const [found] = await listDeliveries(session, { tenantId, deliveryId }, 1);
  return found;
}

export interface DeliveryFilter {
  readonly deliveryId?: string;
  readonly subscriptionId?: string;
  readonly status?: DeliveryStatus;
}

/** Those of one tenant, newest first. */
export async function listOwnDeliveries(
  session: Session,
  tenantId: string,
  filter: DeliveryFilter,
  limit: number,
): Promise<readonly Delivery[]> {
  return listDeliveries(session, { ...filter, tenantId }, limit);
}

/** Newest first, of all tenants unless the filter names one. Who answers a caller takes {@link listOwnDeliveries}. */
export async function listDeliveries(
  session: Session,
  filter: DeliveryFilter & { readonly tenantId?: string },
  limit: number,
): Promise<readonly Delivery[]> {
  let query = session.selectFrom('deliveries').select(DELIVERY_COLUMNS);
  if (filter.tenantId !== undefined)
    query = query.where('subscriptionId', 'in', subscriptionsOf(session, filter.tenantId));
  if (filter.deliveryId) query = query.where('deliveryId', '=', filter.deliveryId);
  if (filter.subscriptionId) query = query.where('subscriptionId', '=', filter.subscriptionId);
  if (filter.status) query = query.where('status', '=', filter.status);
  return query.orderBy('createdAt', 'desc').orderBy('deliveryId').limit(limit).$castTo<Delivery>().execute();
}

function subscriptionsOf(session: Session, tenantId: string) {
  return session.selectFrom('subscriptions').select('subscriptionId').where('tenantId', '=', tenantId);
}

export async function countDeliveries(session: Session): Promise<ReadonlyMap<DeliveryStatus, number>> {
  const rows = await session
    .selectFrom('deliveries')
    .select((is) => ['status', is.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  return new Map(rows.map((row) => [row.status as DeliveryStatus, Number(row.count)]));
}

/** A half-open range of creation instants or of positions in the order of detection; either end may be left open. */
export interface DeliveryRange {
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** `data.sequence` of a message; only alerts have one. */
  readonly afterPosition?: number | undefined;
  readonly upToPosition?: number | undefined;
}

/** First sendings of one subscription in a range, oldest first: what was repeated stands for itself once. */
export async function listRange(
  session: Session,
  subscriptionId: string,
  { from, before, afterPosition, upToPosition }: DeliveryRange,
  limit: number,
): Promise<readonly Delivery[]> {
  let query = session
    .selectFrom('deliveries')
    .select(DELIVERY_COLUMNS)
    .where('subscriptionId', '=', subscriptionId)
    .where('replayOf', 'is', null);
  if (from !== undefined) query = query.where('createdAt', '>=', from);
  if (before !== undefined) query = query.where('createdAt', '<', before);
  if (afterPosition !== undefined || upToPosition !== undefined) {
    let alerts = session
      .selectFrom('alerts')
      .innerJoin('changes', 'changes.changeId', 'alerts.changeId')
      .select('alerts.alertId')
      .where('alerts.subscriptionId', '=', subscriptionId);
    if (afterPosition !== undefined) alerts = alerts.where('changes.position', '>', afterPosition);
    if (upToPosition !== undefined) alerts = alerts.where('changes.position', '<=', upToPosition);
    query = query.where('alertId', 'in', alerts);
  }
  return query.orderBy('createdAt').orderBy('deliveryId').limit(limit).$castTo<Delivery>().execute();
}
