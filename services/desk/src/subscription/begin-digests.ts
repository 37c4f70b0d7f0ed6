import { DEFAULT_DIGEST_TIME, type Session, type Subscription, scheduleDigests, settledChangePosition } from '#store';
import { digestSchedule, nextDigestRun } from '#time';
import type { DeskPorts } from '../ports.ts';

/** When a subscription's next digest is due, counted from `after`. */
export function nextRunOf(
  { cadence, digest = DEFAULT_DIGEST_TIME, profile }: Pick<Subscription, 'cadence' | 'digest' | 'profile'>,
  after: Date,
): string {
  return nextDigestRun(digestSchedule(cadence, digest, profile.timeZone), after).toISOString();
}

/** Where the windows of a new subscription begin. Ask before the transaction that keeps it: on PostgreSQL this waits for writers. */
export function digestStart(ports: Pick<DeskPorts, 'store'>): Promise<number> {
  return settledChangePosition(ports.store);
}

/** Schedules the digests of a subscription; a known one keeps the place of its windows. */
export async function beginDigests(
  ports: Pick<DeskPorts, 'now'>,
  tx: Session,
  subscription: Subscription,
  position: number,
): Promise<void> {
  const now = ports.now();
  const { subscriptionId, tenantId } = subscription;
  const nextRunAt = nextRunOf(subscription, now);
  await scheduleDigests(tx, { subscriptionId, tenantId, position, since: now.toISOString(), nextRunAt });
}
