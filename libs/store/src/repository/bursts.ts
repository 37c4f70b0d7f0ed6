import type { Session } from '../open-store.ts';
import { type Alert, toAlert } from './alerts.ts';

/** Alerts of one subscription that go out as one message. */
export interface Burst {
  readonly burstId: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** `prompt`, or the instant at which quiet hours end: alerts with different instants never share a message. */
  readonly lane: string;
  readonly openedAt: string;
  /** No alert joins at or after this instant. */
  readonly closesAt: string;
  readonly state: 'open' | 'closed';
  readonly alerts: number;
}

/**
 * Adds an alert to the burst that is open in its lane. Run it in the transaction of the alert's dispatch.
 * @returns the burst that it joined, `undefined` when none is open: then {@link openBurst}.
 */
export async function joinBurst(
  tx: Session,
  alert: {
    readonly alertId: string;
    readonly subscriptionId: string;
    readonly tenantId: string;
    readonly lane: string;
    readonly now: string;
  },
): Promise<string | undefined> {
  const open = await tx
    .selectFrom('bursts')
    .select('burstId')
    .where('subscriptionId', '=', alert.subscriptionId)
    .where('lane', '=', alert.lane)
    .where('state', '=', 'open')
    .where('closesAt', '>', alert.now)
    .orderBy('closesAt', 'desc')
    .executeTakeFirst();
  if (!open) return undefined;
  // The row is counted up before it is joined: whoever closes the burst waits for that, or has closed it already.
  const counted = await tx
    .updateTable('bursts')
    .set((is) => ({ alerts: is('alerts', '+', 1) }))
    .where('burstId', '=', open.burstId)
    .where('state', '=', 'open')
    .returning('alerts')
    .executeTakeFirst();
  if (!counted) return undefined;
  await tx
    .insertInto('burstAlerts')
    .values({ alertId: alert.alertId, burstId: open.burstId, tenantId: alert.tenantId, place: counted.alerts })
    .execute();
  return open.burstId;
}

/** Opens a burst with its first alert. */
export async function openBurst(
  tx: Session,
  burst: Pick<Burst, 'burstId' | 'subscriptionId' | 'tenantId' | 'lane' | 'openedAt' | 'closesAt'>,
  alertId: string,
): Promise<void> {
  await tx
    .insertInto('bursts')
    .values({ ...burst, state: 'open', alerts: 1 })
    .execute();
  await tx
    .insertInto('burstAlerts')
    .values({ alertId, burstId: burst.burstId, tenantId: burst.tenantId, place: 1 })
    .execute();
}

/** From now on nothing joins: every attempt to send it finds the same alerts. Repeating the call changes nothing. */
export async function closeBurst(session: Session, burstId: string): Promise<void> {
  await session
    .updateTable('bursts')
    .set({ state: 'closed' })
    .where('burstId', '=', burstId)
    .where('state', '=', 'open')
    .execute();
}

/** @returns true when the alert is part of some burst. */
export async function isInBurst(session: Session, alertId: string): Promise<boolean> {
  const row = await session
    .selectFrom('burstAlerts')
    .select('alertId')
    .where('alertId', '=', alertId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findBurst(session: Session, burstId: string): Promise<Burst | undefined> {
  return session
    .selectFrom('bursts')
    .select(['burstId', 'subscriptionId', 'tenantId', 'lane', 'openedAt', 'closesAt', 'state', 'alerts'])
    .where('burstId', '=', burstId)
    .$castTo<Burst>()
    .executeTakeFirst();
}

/** Alerts of a burst in the order in which they joined, of one tenant alone. */
export async function listOwnAlertsOfBurst(
  session: Session,
  tenantId: string,
  burstId: string,
): Promise<readonly Alert[]> {
  const rows = await session
    .selectFrom('burstAlerts')
    .innerJoin('alerts', 'alerts.alertId', 'burstAlerts.alertId')
    .selectAll('alerts')
    .where('burstAlerts.tenantId', '=', tenantId)
    .where('burstAlerts.burstId', '=', burstId)
    .orderBy('burstAlerts.place')
    .execute();
  return rows.map(toAlert);
}

/** Ids of a burst's alerts in the order in which they joined. */
export async function listAlertIdsOfBurst(session: Session, burstId: string): Promise<readonly string[]> {
  const rows = await session
    .selectFrom('burstAlerts')
    .select('alertId')
    .where('burstId', '=', burstId)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.alertId);
}
