import { type Delivery, listAlertsById, listChangesById, type Session } from '#store';
import type { AlertContent } from './message.ts';

/** Alerts with their changes, by alert id. */
export async function loadAlerts(
  session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, AlertContent>> {
  const alerts = await listAlertsById(
    session,
    deliveries.map((delivery) => delivery.subjectId),
  );
  const changes = await listChangesById(session, [...new Set(alerts.map((alert) => alert.changeId))]);
  const stored = new Map(changes.map((one) => [one.change.changeId, one]));
  return new Map(
    alerts.flatMap(({ alertId, changeId, impact }): [string, AlertContent][] => {
      const found = stored.get(changeId);
      return found ? [[alertId, { kind: 'alert', change: found.change, sequence: found.position, impact }]] : [];
    }),
  );
}
