import { collapses, DEFAULT_DIGEST_TIME, type Subscription } from '#store';

/** A subscription as readers see it: without its secret and its place in the log. */
export function subscriptionView(subscription: Subscription, nextRunAt: string | undefined) {
  return {
    id: subscription.subscriptionId,
    name: subscription.name,
    profile: subscription.profile,
    channel: subscription.channel,
    cadence: subscription.cadence,
    status: subscription.status,
    createdAt: subscription.createdAt,
    digest: subscription.digest ?? DEFAULT_DIGEST_TIME,
    collapse: collapses(subscription),
    nextRunAt: subscription.status === 'active' ? (nextRunAt ?? null) : null,
  };
}
