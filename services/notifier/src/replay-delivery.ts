import { type Actor, type Delivery, enqueueDelivery, findDelivery, findSubscription, recordAct } from '#store';
import type { NotifierPorts } from './notifier-ports.ts';

export type ReplayOutcome =
  | { readonly kind: 'queued'; readonly delivery: Delivery }
  | { readonly kind: 'unknown_delivery' }
  | { readonly kind: 'subscription_disabled' };

/**
 * Sends a delivery again because a person asked, also right after a success. It is a new delivery with its own attempts,
 * so our own idempotency does not swallow it; it keeps the `webhook-id`, so a receiver that has processed the message may
 * still ignore it.
 * @param by who asked: stands in the trail of their tenant
 */
export async function replayDelivery(
  ports: Pick<NotifierPorts, 'store' | 'sealer' | 'now' | 'newId' | 'logger'>,
  deliveryId: string,
  by: Actor,
): Promise<ReplayOutcome> {
  const outcome = await ports.store.transaction(async (tx): Promise<ReplayOutcome> => {
    const original = await findDelivery(tx, deliveryId);
    if (!original) return { kind: 'unknown_delivery' };
    const subscription = await findSubscription(tx, ports.sealer, original.subscriptionId);
    if (subscription?.status !== 'active') return { kind: 'subscription_disabled' };
    const now = ports.now().toISOString();
    const delivery = repeated(original, ports.newId(), now);
    await enqueueDelivery(tx, delivery);
    await recordAct(tx, by, now, {
      act: 'delivery.replayed',
      subjectKind: 'delivery',
      subjectId: deliveryId,
      fromState: original.status,
      toState: 'due',
      detail: { newDeliveryId: delivery.deliveryId },
    });
    return { kind: 'queued', delivery };
  });
  ports.logger.info({ deliveryId, outcome: outcome.kind }, 'delivery.replay_asked');
  return outcome;
}

/** The same message as a new delivery: its id is the nonce by which our own idempotency lets it pass. */
export function repeated(original: Delivery, deliveryId: string, now: string): Delivery {
  return {
    ...original,
    deliveryId,
    status: 'due',
    attempts: 0,
    nextAttemptAt: now,
    createdAt: now,
    finishedAt: null,
    lastOutcome: '',
    replayOf: original.deliveryId,
  };
}
