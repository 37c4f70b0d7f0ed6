import {
  type Actor,
  clearEndpointState,
  findEndpointState,
  findOwnSubscription,
  recordAct,
  type Session,
  type Subscription,
  saveSubscription,
} from '#store';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { refuseUnreachable } from './create-subscription.ts';

/**
 * Lets a disabled subscription hear again from now on: its endpoint begins without a past, and what was detected meanwhile
 * stands in its next digest, which goes on where the last one ended. One that is active is left as it is.
 * @throws RefusedRequestError (404 unknown, 422 an address that may not be sent to).
 */
export async function enableSubscription(ports: DeskPorts, by: Actor, subscriptionId: string): Promise<Subscription> {
  const { store, sealer } = ports;
  const find = async (session: Session) =>
    (await findOwnSubscription(session, sealer, by.tenantId, subscriptionId)) ?? notFound('subscription');
  await refuseUnreachable(ports, (await find(store.session)).channel, 'channel.url');
  const enabled = await store.transaction(async (tx) => {
    const stands = await find(tx);
    if (stands.status === 'active') return stands;
    const again: Subscription = { ...stands, status: 'active', hearsAfterPosition: await ports.headPosition(tx) };
    const state = await findEndpointState(tx, subscriptionId);
    await clearEndpointState(tx, subscriptionId);
    await saveSubscription(tx, sealer, again);
    await recordAct(tx, by, ports.now().toISOString(), {
      act: 'subscription.enabled',
      subjectKind: 'subscription',
      subjectId: subscriptionId,
      fromState: stands.status,
      toState: again.status,
      detail: { disabledBecause: state?.disabledBecause || undefined },
    });
    return again;
  });
  await store.makeDurable();
  return enabled;
}
