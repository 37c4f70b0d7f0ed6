import { type Actor, disableSubscription, noteDisabled, recordAct, type Subscription } from '#store';
import type { DeskPorts } from '../ports.ts';

/** Nothing is sent to a subscription from now on; what it was told stays readable. One that was disabled keeps the reason why. */
export async function stopSubscription(
  { store, now }: Pick<DeskPorts, 'store' | 'now'>,
  by: Actor,
  { subscriptionId, tenantId, status }: Pick<Subscription, 'subscriptionId' | 'tenantId' | 'status'>,
): Promise<void> {
  const at = now().toISOString();
  await store.transaction(async (tx) => {
    if (!(await disableSubscription(tx, subscriptionId))) return;
    await noteDisabled(tx, { subscriptionId, tenantId, at, because: `${by.who} disabled it` });
    const subject = { subjectKind: 'subscription', subjectId: subscriptionId } as const;
    const act = { act: 'subscription.disabled', ...subject, fromState: status, toState: 'disabled' } as const;
    await recordAct(tx, by, at, act);
  });
}
