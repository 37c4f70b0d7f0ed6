import type { Band, Impact } from '#domain';
import type { Session } from '../open-store.ts';
import { listChangesById, type StoredChange } from './changes.ts';

/** A change that matters to one subscription. One a pair, ever. */
export interface Alert {
  readonly alertId: string;
  readonly changeId: string;
  readonly subscriptionId: string;
  readonly impact: Impact;
  readonly raisedAt: string;
}

/** @returns false when this change was raised for this subscription before. */
export async function saveAlert(session: Session, alert: Alert): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('alerts')
    .values({
      alertId: alert.alertId,
      changeId: alert.changeId,
      subscriptionId: alert.subscriptionId,
      score: alert.impact.score,
      band: alert.impact.band,
      body: JSON.stringify(alert.impact),
      raisedAt: alert.raisedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Any tenant's. Who answers a caller takes {@link findOwnAlert}. */
export async function findAlert(session: Session, alertId: string): Promise<Alert | undefined> {
  const row = await session.selectFrom('alerts').selectAll().where('alertId', '=', alertId).executeTakeFirst();
  return row && toAlert(row);
}

/** Those of the given ids that are stored, in no order, of any tenant. */
export async function listAlertsById(session: Session, alertIds: readonly string[]): Promise<readonly Alert[]> {
  if (alertIds.length === 0) return [];
  const rows = await session.selectFrom('alerts').selectAll().where('alertId', 'in', alertIds).execute();
  return rows.map(toAlert);
}

/** @returns undefined also for an alert of another tenant's subscription. */
export async function findOwnAlert(session: Session, tenantId: string, alertId: string): Promise<Alert | undefined> {
  const row = await ownAlerts(session, tenantId).where('alertId', '=', alertId).executeTakeFirst();
  return row && toAlert(row);
}

/** What a change raised for the subscriptions of one tenant. */
export async function listOwnAlertsOfChange(
  session: Session,
  tenantId: string,
  changeId: string,
): Promise<readonly Alert[]> {
  const rows = await ownAlerts(session, tenantId).where('changeId', '=', changeId).orderBy('alertId').execute();
  return rows.map(toAlert);
}

/** A change with its most urgent score among the subscriptions of one tenant. */
export interface UrgentChange {
  readonly stored: StoredChange;
  readonly band: Band;
  readonly score: number;
}

/** What was alerted to a tenant's active subscriptions since an instant, in some bands, the highest score first. */
export async function listOwnUrgentChanges(
  session: Session,
  tenantId: string,
  { bands, since }: { readonly bands: readonly Band[]; readonly since: string },
  limit: number,
): Promise<readonly UrgentChange[]> {
  const rows = await session
    .selectFrom('alerts')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'alerts.subscriptionId')
    .select((is) => ['alerts.changeId', 'alerts.band', is.fn.max('alerts.score').as('score')])
    .where('subscriptions.tenantId', '=', tenantId)
    .where('subscriptions.status', '=', 'active')
    .where('alerts.band', 'in', bands)
    .where('alerts.raisedAt', '>=', since)
    .groupBy(['alerts.changeId', 'alerts.band'])
    .orderBy('score', 'desc')
    .orderBy('alerts.changeId')
    .limit(limit)
    .execute();
  const changes = await listChangesById(
    session,
    rows.map(({ changeId }) => changeId),
  );
  const storedOf = new Map(changes.map((stored) => [stored.change.changeId, stored]));
  const seen = new Set<string>();
  return rows.flatMap(({ changeId, band, score }) => {
    const stored = storedOf.get(changeId);
    if (!stored || seen.has(changeId)) return [];
    seen.add(changeId);
    return [{ stored, band: band as Band, score: Number(score) }];
  });
}

function ownAlerts(session: Session, tenantId: string) {
  return session
    .selectFrom('alerts')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'alerts.subscriptionId')
    .where('subscriptions.tenantId', '=', tenantId)
    .selectAll('alerts');
}

/** What a change raised, for all tenants together. Who answers a caller takes {@link listOwnAlertsOfChange}. */
export async function listAlertsOfChange(session: Session, changeId: string): Promise<readonly Alert[]> {
  const rows = await session
    .selectFrom('alerts')
    .selectAll()
    .where('changeId', '=', changeId)
    .orderBy('alertId')
    .execute();
  return rows.map(toAlert);
}

/** Raised in [from, before), oldest first. */
export async function listAlertsOfSubscription(
  session: Session,
  subscriptionId: string,
  from: string,
  before: string,
): Promise<readonly Alert[]> {
  const rows = await session
    .selectFrom('alerts')
    .selectAll()
    .where('subscriptionId', '=', subscriptionId)
    .where('raisedAt', '>=', from)
    .where('raisedAt', '<', before)
    .orderBy('raisedAt')
    .execute();
  return rows.map(toAlert);
}

/** An alert as its row tells it. */
export function toAlert(row: {
  alertId: string;
  changeId: string;
  subscriptionId: string;
  body: string;
  raisedAt: string;
}): Alert {
  return {
    alertId: row.alertId,
    changeId: row.changeId,
    subscriptionId: row.subscriptionId,
    impact: JSON.parse(row.body) as Impact,
    raisedAt: row.raisedAt,
  };
}
