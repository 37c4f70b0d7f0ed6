import type { Band, Impact } from '#domain';
import { isAmong } from '../dialect/json-texts.ts';
import { partsOf } from '../dialect/parts-of.ts';
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
  return (await saveAlerts(session, [alert])).length > 0;
}

/** Rows of one statement: seven values each, of 32766 that SQLite takes. */
const ROWS_AT_ONCE = 1_000;

/** @returns those that were not raised before. */
export async function saveAlerts(session: Session, alerts: readonly Alert[]): Promise<readonly Alert[]> {
  const raised = new Set<string>();
  for (const some of partsOf(alerts, ROWS_AT_ONCE)) {
    const rows = await session
      .insertInto('alerts')
      .values(some.map(toRow))
      .onConflict((conflict) => conflict.doNothing())
      .returning('alertId')
      .execute();
    for (const { alertId } of rows) raised.add(alertId);
  }
  return alerts.filter(({ alertId }) => raised.delete(alertId));
}

function toRow({ alertId, changeId, subscriptionId, impact, raisedAt }: Alert) {
  const { score, band } = impact;
  return { alertId, changeId, subscriptionId, score, band, body: JSON.stringify(impact), raisedAt };
}

/** Any tenant's. Who answers a caller takes {@link findOwnAlert}. */
export async function findAlert(session: Session, alertId: string): Promise<Alert | undefined> {
  const row = await session.selectFrom('alerts').selectAll().where('alertId', '=', alertId).executeTakeFirst();
  return row && toAlert(row);
}

/** Those of the given ids that are stored, in no order, of any tenant. */
export async function listAlertsById(session: Session, alertIds: readonly string[]): Promise<readonly Alert[]> {
  if (alertIds.length === 0) return [];
  const rows = await session
    .selectFrom('alerts')
    .select(['alertId', 'changeId', 'subscriptionId', 'body', 'raisedAt'])
    .where(isAmong(session, 'alertId', alertIds))
    .execute();
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
