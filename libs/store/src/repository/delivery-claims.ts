import { sql } from 'kysely';
import { isAmong } from '../dialect/json-texts.ts';
import type { Session } from '../open-store.ts';
import { DELIVERY_COLUMNS, type Delivery } from './deliveries.ts';

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
    .select(DELIVERY_COLUMNS)
    .orderBy('nextAttemptAt')
    .limit(claim.limit);
  const found = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).$castTo<Delivery>().execute();
  const rows = claim.choose ? claim.choose(found) : found;
  if (rows.length > 0) {
    const ids = rows.map((row) => row.deliveryId);
    await sql`update deliveries set claimed_until = ${claim.claimedUntil}
      where ${isAmong(session, 'deliveryId', ids)}`.execute(session);
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

/** Gives back what this worker claimed and did not attempt after all; it is due as before. */
export async function giveBackClaims(session: Session, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await session
    .updateTable('deliveries')
    .set({ claimedUntil: null })
    .where(isAmong(session, 'deliveryId', deliveryIds))
    .where('status', '=', 'due')
    .execute();
}
