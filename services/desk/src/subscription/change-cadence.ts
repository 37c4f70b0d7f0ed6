import { type Cadence, type DigestTime, type Subscription, saveSubscription } from '#store';
import type { DeskPorts } from '../ports.ts';
import { beginDigests, digestStart } from './begin-digests.ts';

/** Changes when a subscription is told. Its next digest begins where the last one ended, whatever lies between. */
export async function changeCadence(
  ports: DeskPorts,
  subscription: Subscription,
  wanted: { readonly cadence: Cadence; readonly digest?: DigestTime | undefined },
): Promise<Subscription> {
  const { digest = subscription.digest, cadence } = wanted;
  const changed: Subscription = { ...subscription, cadence, ...(digest === undefined ? {} : { digest }) };
  const start = await digestStart(ports);
  await ports.store.transaction(async (tx) => {
    await saveSubscription(tx, ports.sealer, changed);
    await beginDigests(ports, tx, changed, start);
  });
  await ports.store.makeDurable();
  return changed;
}
