import { type Delivery, enqueueDelivery, findSubscription } from '#store';
import { newDelivery } from './new-delivery.ts';
import type { NotifierPorts } from './notifier-ports.ts';

export type TestOutcome =
  | { readonly kind: 'queued'; readonly delivery: Delivery }
  | { readonly kind: 'unknown_subscription' }
  | { readonly kind: 'subscription_disabled' }
  | { readonly kind: 'nothing_is_sent' };

/** Queues a message that says only that the channel works. Each press of the button is a message of its own. */
export async function sendTest(
  ports: Pick<NotifierPorts, 'store' | 'sealer' | 'now' | 'newId' | 'logger'>,
  subscriptionId: string,
): Promise<TestOutcome> {
  const outcome = await ports.store.transaction(async (tx): Promise<TestOutcome> => {
    const subscription = await findSubscription(tx, ports.sealer, subscriptionId);
    if (!subscription) return { kind: 'unknown_subscription' };
    if (subscription.status !== 'active') return { kind: 'subscription_disabled' };
    const { kind: channelKind } = subscription.channel;
    if (channelKind === 'digest') return { kind: 'nothing_is_sent' };
    const facts = {
      messageKind: 'test',
      subjectId: ports.newId(),
      subscriptionId,
      channelKind,
      now: ports.now(),
    } as const;
    const delivery = newDelivery(facts);
    await enqueueDelivery(tx, delivery);
    return { kind: 'queued', delivery };
  });
  ports.logger.info({ endpointId: subscriptionId, outcome: outcome.kind }, 'endpoint.test_asked');
  return outcome;
}
