import { type Actor, type Cadence, type DigestTime, recordAct, type Subscription, saveSubscription } from '#store';
import type { DeskPorts } from '../ports.ts';
import { beginDigests, digestStart } from './begin-digests.ts';

/** Changes when a subscription is told. Its next digest begins where the last one ended, whatever lies between. */
export async function changeCadence(
  ports: DeskPorts,
  by: Actor,
  subscription: Subscription,
  wanted: { readonly cadence: Cadence; readonly digest?: DigestTime | undefined },
): Promise<Subscription> {
  const { digest = subscription.digest, cadence } = wanted;
  const changed: Subscription = { ...subscription, cadence, ...(digest === undefined ? {} : { digest }) };
  const start = await digestStart(ports);
  await ports.store.transaction(async (tx) => {
    await saveSubscription(tx, ports.sealer, changed);
    await beginDigests(ports, tx, changed, start);
    await recordAct(tx, by, ports.now().toISOString(), {
      act: 'subscription.cadence_changed',
      subjectKind: 'subscription',
      subjectId: subscription.subscriptionId,
      fromState: subscription.cadence,
      toState: cadence,
    });
  });
  await ports.store.makeDurable();
  return changed;
}
