import { digestOf } from '#domain';
import {
  type Delivery,
  disableSubscription,
  enqueueDelivery,
  findReachable,
  noteDisabled,
  type Session,
  type Subscription,
  saveNotice,
} from '#store';
import { newDelivery } from './new-delivery.ts';

/**
 * Sends nothing more to an endpoint and tells its owner by another channel of the same tenant; where there is none, the desk
 * shows it. Run it in the transaction that found the reason.
 * @returns the word to the owner that was queued; undefined when the endpoint was disabled before or there is no channel.
 */
export async function disableEndpoint(
  tx: Session,
  { subscriptionId, tenantId }: Pick<Subscription, 'subscriptionId' | 'tenantId'>,
  because: string,
  now: Date,
): Promise<Delivery | undefined> {
  if (!(await disableSubscription(tx, subscriptionId))) return undefined;
  const at = now.toISOString();
  await noteDisabled(tx, { subscriptionId, tenantId, at, because });
  const noticeId = digestOf('notice', subscriptionId, at);
  await saveNotice(tx, { noticeId, tenantId, aboutSubscriptionId: subscriptionId, because, raisedAt: at });
  const other = await findReachable(tx, tenantId);
  if (!other) return undefined;
  const delivery = newDelivery({
    messageKind: 'notice',
    subjectId: noticeId,
    subscriptionId: other.subscriptionId,
    channelKind: other.channelKind,
    now,
  });
  await enqueueDelivery(tx, delivery);
  return delivery;
}
