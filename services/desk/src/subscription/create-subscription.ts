import { type Actor, type Channel, recordAct, type Subscription, saveSubscription } from '#store';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import { cadenceOf, type NewSubscription } from '../schema/subscription-schema.ts';
import { beginDigests, digestStart } from './begin-digests.ts';

/** Saves a new subscription that hears everything after the log's head. Its secret is in the answer and nowhere else readable. */
export async function createSubscription(ports: DeskPorts, by: Actor, wanted: NewSubscription): Promise<Subscription> {
  await refuseUnreachable(ports, wanted.channel, 'channel.url');
  const start = await digestStart(ports);
  const subscription = await ports.store.transaction(async (tx) => {
    const created: Subscription = {
      subscriptionId: ports.newId(),
      tenantId: by.tenantId,
      name: wanted.name,
      profile: wanted.profile,
      channel: wanted.channel,
      cadence: cadenceOf(wanted.cadence, wanted.channel),
      status: 'active',
      createdAt: ports.now().toISOString(),
      hearsAfterPosition: await ports.headPosition(tx),
      ...(wanted.digest === undefined ? {} : { digest: wanted.digest }),
      ...(wanted.collapse === undefined ? {} : { collapse: wanted.collapse }),
      ...(wanted.channel.kind === 'webhook' ? { secret: ports.newSecret(wanted.signing) } : {}),
    };
    await saveSubscription(tx, ports.sealer, created);
    await beginDigests(ports, tx, created, start);
    await recordAct(tx, by, created.createdAt, {
      act: 'subscription.created',
      subjectKind: 'subscription',
      subjectId: created.subscriptionId,
      fromState: '',
      toState: created.status,
    });
    return created;
  });
  await ports.store.makeDurable();
  return subscription;
}

const WHY = {
  bad_url: 'is not a web address that can be delivered to',
  blocked_address: 'leads into a private or internal network; only public addresses are delivered to',
  dns: 'names a host that cannot be found',
} as const;

/** Early word about a webhook address; every delivery checks again when it connects. */
export async function refuseUnreachable(ports: DeskPorts, channel: Channel, field: string): Promise<void> {
  if (channel.kind !== 'webhook' && channel.kind !== 'slack' && channel.kind !== 'teams') return;
  const verdict = await ports.addressAllowed(channel.url);
  if (verdict.kind === 'permitted') return;
  const message = WHY[verdict.because];
  refuse({
    status: 422,
    code: 'address_refused',
    title: 'This address cannot be used',
    detail: `${field}: ${message}`,
    errors: [{ field, message }],
  });
}
