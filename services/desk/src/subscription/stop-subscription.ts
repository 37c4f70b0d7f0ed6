import { type Actor, recordAct, type Subscription, setSubscriptionStatus } from '#store';
import type { DeskPorts } from '../ports.ts';

/** Nothing is sent to a subscription from now on; what it was told stays readable. */
export async function stopSubscription(
  { store, now }: Pick<DeskPorts, 'store' | 'now'>,
  by: Actor,
  { subscriptionId, status }: Pick<Subscription, 'subscriptionId' | 'status'>,
): Promise<void> {
  await store.transaction(async (tx) => {
    await setSubscriptionStatus(tx, subscriptionId, 'disabled');
    const subject = { subjectKind: 'subscription', subjectId: subscriptionId } as const;
    const act = { act: 'subscription.disabled', ...subject, fromState: status, toState: 'disabled' } as const;
    await recordAct(tx, by, now().toISOString(), act);
  });
}
