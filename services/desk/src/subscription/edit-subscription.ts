import { isDeepStrictEqual } from 'node:util';
import {
  type Actor,
  type Channel,
  clearEndpointState,
  findOwnSubscription,
  recordAct,
  type Session,
  type Subscription,
  saveSubscription,
} from '#store';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { cadenceOf, type NewSubscription } from '../schema/subscription-schema.ts';
import { beginDigests, digestStart } from './begin-digests.ts';
import { refuseUnreachable } from './create-subscription.ts';
import { shownChannel } from './subscription-view.ts';

export interface EditedSubscription {
  readonly subscription: Subscription;
  /** True: the channel became a webhook, and its secret is to be shown, this once. */
  readonly hasNewSecret: boolean;
}

/**
 * Says anew all that a subscription declares. It keeps its place in the log and in its digests, whether it is active, and the
 * secret of a webhook that stays one. The trail says which parts were changed, never what stands in them.
 */
export async function editSubscription(
  ports: DeskPorts,
  by: Actor,
  subscriptionId: string,
  wanted: NewSubscription,
): Promise<EditedSubscription> {
  const { store, sealer } = ports;
  const find = (session: Session) => findOwnSubscription(session, sealer, by.tenantId, subscriptionId);
  const stands = (await find(store.session)) ?? notFound('subscription');
  await refuseUnreachable(ports, withAddress(wanted.channel, stands.channel), 'channel.url');
  const start = await digestStart(ports);
  const edited = await store.transaction(async (tx) => {
    const before = (await find(tx)) ?? notFound('subscription');
    const after = edit(ports, before, wanted);
    await saveSubscription(tx, sealer, after);
    await beginDigests(ports, tx, after, start);
    // Failures of another address say nothing about this one; why it was disabled is still to be read.
    const isAnother = !isDeepStrictEqual(before.channel, after.channel);
    if (isAnother && before.status === 'active') await clearEndpointState(tx, subscriptionId);
    await recordAct(tx, by, ports.now().toISOString(), {
      act: 'subscription.edited',
      subjectKind: 'subscription',
      subjectId: subscriptionId,
      fromState: before.status,
      toState: after.status,
      detail: { changed: partsChanged(before, after).join(', ') },
    });
    return { subscription: after, hasNewSecret: after.secret !== undefined && before.secret === undefined };
  });
  await store.makeDurable();
  return edited;
}

function edit(ports: Pick<DeskPorts, 'newSecret'>, before: Subscription, wanted: NewSubscription): Subscription {
  const { digest: _digest, collapse: _collapse, secret, retiring, ...kept } = before;
  const channel = withAddress(wanted.channel, before.channel);
  const isWebhook = channel.kind === 'webhook';
  return {
    ...kept,
    name: wanted.name,
    profile: wanted.profile,
    channel,
    cadence: cadenceOf(wanted.cadence, channel),
    ...(wanted.digest === undefined ? {} : { digest: wanted.digest }),
    ...(wanted.collapse === undefined ? {} : { collapse: wanted.collapse }),
    ...(isWebhook ? { secret: secret ?? ports.newSecret(wanted.signing) } : {}),
    ...(isWebhook && retiring !== undefined ? { retiring } : {}),
  };
}

/** The address of an incoming webhook is shown in part only: sent back so, it stands for the whole. */
function withAddress(wanted: Channel, stands: Channel): Channel {
  const shown = shownChannel(stands);
  if (!('url' in wanted) || !('url' in shown) || !('url' in stands)) return wanted;
  return wanted.kind === shown.kind && wanted.url === shown.url ? { ...wanted, url: stands.url } : wanted;
}

/** `name`, `channel`, `cadence`, `profile.keywords` …, in the order in which they stand. */
function partsChanged(before: Subscription, after: Subscription): readonly string[] {
  const top = ['name', 'channel', 'cadence', 'digest', 'collapse'] as const;
  const profile = { ...before.profile, ...after.profile };
  const facets = (Object.keys(profile) as (keyof typeof profile)[]).filter(
    (facet) => !isDeepStrictEqual(before.profile[facet], after.profile[facet]),
  );
  return [
    ...top.filter((part) => !isDeepStrictEqual(before[part], after[part])),
    ...facets.map((facet) => `profile.${facet}`),
  ];
}
