import { type Actor, type RetiringSecret, recordAct, type Subscription, saveSubscription } from '#store';
import type { Signing } from '#webhook';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';

const DAY_MS = 86_400_000;
/** Older ones stop signing at once when more than so many overlap. */
const MOST_RETIRING = 5;

/**
 * Gives a webhook a new secret. The old one signs beside it for 24 hours, so that a receiver may change over when it can.
 * Source: Standard Webhooks 1.0.0, "Multiple signatures".
 * @throws RefusedRequestError for a channel that is not signed.
 */
export async function rotateSecret(
  ports: DeskPorts,
  by: Actor,
  subscription: Subscription,
  signing: Signing,
): Promise<Subscription & { readonly secret: string }> {
  const { channel, secret: old } = subscription;
  if (channel.kind !== 'webhook' || old === undefined) {
    const detail = 'Only a webhook has a signing secret.';
    return refuse({ status: 409, code: 'no_secret', title: 'There is nothing to replace', detail });
  }
  const rotated = {
    ...subscription,
    secret: ports.newSecret(signing),
    retiring: stillRetiring(subscription, old, ports.now()),
  };
  await ports.store.transaction(async (tx) => {
    await saveSubscription(tx, ports.sealer, rotated);
    const subject = { subjectKind: 'subscription', subjectId: subscription.subscriptionId } as const;
    const states = { fromState: subscription.status, toState: subscription.status };
    const act = { act: 'subscription.secret_rotated', ...subject, ...states, detail: { signing } } as const;
    await recordAct(tx, by, ports.now().toISOString(), act);
  });
  await ports.store.makeDurable();
  return rotated;
}

function stillRetiring({ retiring = [] }: Subscription, old: string, now: Date): readonly RetiringSecret[] {
  const until = new Date(now.getTime() + DAY_MS).toISOString();
  const others = retiring.filter((one) => one.until > now.toISOString());
  return [{ secret: old, until }, ...others].slice(0, MOST_RETIRING);
}
