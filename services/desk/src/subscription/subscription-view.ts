import { type Channel, collapses, DEFAULT_DIGEST_TIME, type EndpointState, type Subscription } from '#store';
import { publicKeyOf } from '#webhook';

/** A subscription as readers see it: without its secret and its place in the log. */
export function subscriptionView(subscription: Subscription, nextRunAt: string | undefined, state?: EndpointState) {
  const publicKey = subscription.secret === undefined ? undefined : publicKeyOf(subscription.secret);
  return {
    id: subscription.subscriptionId,
    name: subscription.name,
    profile: subscription.profile,
    channel: shownChannel(subscription.channel),
    cadence: subscription.cadence,
    status: subscription.status,
    createdAt: subscription.createdAt,
    digest: subscription.digest ?? DEFAULT_DIGEST_TIME,
    collapse: collapses(subscription),
    nextRunAt: subscription.status === 'active' ? (nextRunAt ?? null) : null,
    ...(publicKey === undefined ? {} : { publicKey }),
    ...(state === undefined ? {} : { endpoint: endpointView(state) }),
  };
}

function endpointView({ failingSince, consecutiveFailures, lastOutcome, disabledAt, disabledBecause }: EndpointState) {
  return { failingSince, consecutiveFailures, lastOutcome, disabledAt, disabledBecause };
}

/** What is shown once: the shared secret; of a key pair only the public half ever leaves. */
export function secretView({ secret }: Pick<Subscription, 'secret'>): { secret?: string; publicKey?: string } {
  if (secret === undefined) return {};
  const publicKey = publicKeyOf(secret);
  return publicKey === undefined ? { secret } : { publicKey };
}

/** Whoever knows the address of an incoming webhook of Slack or Teams may post to it: it is a secret, and only its host is shown. */
export function shownChannel(channel: Channel): Channel {
  if (channel.kind !== 'slack' && channel.kind !== 'teams') return channel;
  return { ...channel, url: `https://${new URL(channel.url).host}/…` };
}
