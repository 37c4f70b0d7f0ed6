import {
  DEFAULT_DIGEST_TIME,
  type DigestCursor,
  type Session,
  type Subscription,
  scheduleDigests,
  settledChangePosition,
} from '#store';
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

/** Where the windows of a subscription stood when it was written to a file. */
type DigestPlace = Pick<DigestCursor, 'position' | 'since' | 'nextRunAt'>;

/**
 * Schedules the digests of a subscription; a known one keeps the place of its windows, one restored from a file takes up the
 * place it had. A file from another log may name a place that lies ahead here: windows then begin where this one ends.
 */
export async function beginDigests(
  ports: Pick<DeskPorts, 'now'>,
  tx: Session,
  subscription: Subscription,
  position: number,
  restored?: DigestPlace,
): Promise<void> {
  const now = ports.now();
  const { subscriptionId, tenantId } = subscription;
  const place: DigestPlace =
    restored !== undefined && restored.position <= position
      ? restored
      : { position, since: now.toISOString(), nextRunAt: nextRunOf(subscription, now) };
  await scheduleDigests(tx, { subscriptionId, tenantId, ...place });
}
