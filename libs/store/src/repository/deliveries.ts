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

const COLUMNS = [
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
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('deliveries')
    .values({ ...delivery, claimedUntil: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Claims due deliveries for this worker until `claimedUntil`; a worker that dies gives them back by that instant.
 * Run it in a transaction of its own.
 */
export async function claimDueDeliveries(
  session: Session,
  dialect: 'sqlite' | 'postgres',
  claim: {
    readonly now: string;
    readonly claimedUntil: string;
    readonly limit: number;
    /** Subscriptions whose receiver is busy or asked for a pause; their deliveries stay due. */
    readonly exceptSubscriptions?: readonly string[];
    /** Picks among the oldest `limit` due deliveries; what it leaves out stays due. Everything when absent. */
    readonly choose?: (due: readonly Delivery[]) => readonly Delivery[];
  },
): Promise<readonly Delivery[]> {
  const due = claimable(session, claim.now, claim.exceptSubscriptions)
    .select(COLUMNS)
    .orderBy('nextAttemptAt')
    .limit(claim.limit);
  const found = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).$castTo<Delivery>().execute();
  const rows = claim.choose ? claim.choose(found) : found;
  if (rows.length > 0) {
    await session
      .updateTable('deliveries')
      .set({ claimedUntil: claim.claimedUntil })
      .where(
        'deliveryId',
        'in',
        rows.map((row) => row.deliveryId),
      )
      .execute();
  }
  return rows;
}

/** True when {@link claimDueDeliveries} would find something. Takes no lock and makes no commit. */
export async function hasDueDelivery(
  session: Session,
  now: string,
  exceptSubscriptions: readonly string[] = [],
): Promise<boolean> {
  const found = await claimable(session, now, exceptSubscriptions).select('deliveryId').limit(1).executeTakeFirst();
  return found !== undefined;
}

function claimable(session: Session, now: string, exceptSubscriptions: readonly string[] = []) {
  const due = session
    .selectFrom('deliveries')
    .where('status', '=', 'due')
    .where('nextAttemptAt', '<=', now)
    .where((is) => is.or([is('claimedUntil', 'is', null), is('claimedUntil', '<=', now)]));
  return exceptSubscriptions.length === 0 ? due : due.where('subscriptionId', 'not in', exceptSubscriptions);
}

/**
 * Gives back every claim: for the start of the only worker of a store, where a claim can only be one that its own earlier
 * life left behind.
 */
export async function releaseClaims(session: Session): Promise<void> {
  await session.updateTable('deliveries').set({ claimedUntil: null }).where('claimedUntil', 'is not', null).execute();
}

/**
 * Records one attempt and where the delivery stands after it. An attempt recorded before changes nothing: a worker that
 * outlived its claim must not undo what the next one found. Run it in a transaction.
 * @returns false when the attempt was recorded before.
 */
export async function finishAttempt(
  session: Session,
  attempt: DeliveryAttempt,
  after: { readonly status: DeliveryStatus; readonly nextAttemptAt: string | null; readonly finishedAt: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('deliveryAttempts')
    .values(attempt)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  await session
    .updateTable('deliveries')
    .set({ ...after, attempts: attempt.attempt, claimedUntil: null, lastOutcome: attempt.outcome })
    .where('deliveryId', '=', attempt.deliveryId)
    .execute();
  return true;
}

/** Any tenant's. Who answers a caller takes {@link findOwnDelivery}. */
export async function findDelivery(session: Session, deliveryId: string): Promise<Delivery | undefined> {
  return session
    .selectFrom('deliveries')
    .select(COLUMNS)
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
  let query = session.selectFrom('deliveries').select(COLUMNS);
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
