import {
  type Actor,
  type Delivery,
  type DeliveryRange,
  enqueueDelivery,
  findSubscription,
  listRange,
  recordAct,
} from '#store';
import type { NotifierPorts } from './notifier-ports.ts';
import { repeated } from './replay-delivery.ts';

export type RangeReplayOutcome =
  | { readonly kind: 'queued'; readonly deliveries: number }
  | { readonly kind: 'too_many'; readonly most: number }
  | { readonly kind: 'unknown_subscription' }
  | { readonly kind: 'subscription_disabled' };

/** A larger range is asked for in parts, so that one press of a button does not flood a receiver for days. */
export const MOST_REPLAYED = 10_000;

/**
 * Sends again what a subscription was sent in a range of time or of positions, whatever became of it: for a receiver that
 * lost what it had. Each message goes once, however often it was repeated before, under its own `webhook-id`.
 * @param by who asked: stands in the trail of their tenant
 */
export async function replayRange(
  ports: Pick<NotifierPorts, 'store' | 'sealer' | 'now' | 'newId' | 'logger'>,
  subscriptionId: string,
  range: DeliveryRange,
  by: Actor,
): Promise<RangeReplayOutcome> {
  const outcome = await ports.store.transaction(async (tx): Promise<RangeReplayOutcome> => {
    const subscription = await findSubscription(tx, ports.sealer, subscriptionId);
    if (!subscription) return { kind: 'unknown_subscription' };
    if (subscription.status !== 'active') return { kind: 'subscription_disabled' };
    const originals = await listRange(tx, subscriptionId, range, MOST_REPLAYED + 1);
    if (originals.length > MOST_REPLAYED) return { kind: 'too_many', most: MOST_REPLAYED };
    const now = ports.now().toISOString();
    const again: readonly Delivery[] = originals.map((original) => repeated(original, ports.newId(), now));
    for (const delivery of again) await enqueueDelivery(tx, delivery);
    await recordAct(tx, by, now, {
      act: 'subscription.replayed',
      subjectKind: 'subscription',
      subjectId: subscriptionId,
      fromState: subscription.status,
      toState: subscription.status,
      detail: { ...range, deliveries: again.length },
    });
    return { kind: 'queued', deliveries: again.length };
  });
  ports.logger.info({ endpointId: subscriptionId, outcome: outcome.kind }, 'deliveries.replay_asked');
  return outcome;
}
