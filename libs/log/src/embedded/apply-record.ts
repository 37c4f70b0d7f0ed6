import type { Store } from '#store';
import { isKeyParked, park } from '../dead-letters.ts';
import type { LogRecord, Subscription } from '../event-log.ts';
import { recordSeen } from '../inbox.ts';
import { advancePosition } from './positions.ts';

/**
 * Applies one record: its effect, its inbox entry and the group's position are kept together or not at all. A record whose
 * key is parked is parked behind it.
 */
export async function applyRecord(
  store: Store,
  subscription: Subscription,
  record: LogRecord,
  now: Date,
): Promise<void> {
  const { group } = subscription;
  if (await isKeyParked(store.session, group, record)) {
    await store.transaction(async (tx) => {
      await park(tx, group, record, {
        code: 'key_parked',
        reason: 'an earlier record of this key waits for a person',
        attempts: 0,
        parkedAt: now.toISOString(),
      });
      await advancePosition(tx, group, record.position);
    });
    return;
  }
  const effect = await subscription.handle(record);
  await store.transaction(async (tx) => {
    if (await recordSeen(tx, group, record.event)) await effect(tx);
    await advancePosition(tx, group, record.position);
  });
}
