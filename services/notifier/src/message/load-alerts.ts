import { type Delivery, listAlertsById, listChangesById, type Session } from '#store';
import type { AlertContent } from './message.ts';

/** What deliveries of single alerts tell, by alert id. */
export function loadAlerts(
  session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, AlertContent>> {
  return alertContents(
    session,
    deliveries.map((delivery) => delivery.subjectId),
  );
}

/** Alerts with their changes, by alert id, in the order of the ids. */
export async function alertContents(
  session: Session,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, AlertContent>> {
  const alerts = await listAlertsById(session, alertIds);
  const changes = await listChangesById(session, [...new Set(alerts.map((alert) => alert.changeId))]);
  const stored = new Map(changes.map((one) => [one.change.changeId, one]));
  const byId = new Map(alerts.map((alert) => [alert.alertId, alert]));
  return new Map(
    alertIds.flatMap((alertId): [string, AlertContent][] => {
      const alert = byId.get(alertId);
      const found = alert && stored.get(alert.changeId);
      return alert && found
        ? [[alertId, { kind: 'alert', change: found.change, sequence: found.position, impact: alert.impact }]]
        : [];
    }),
  );
}
