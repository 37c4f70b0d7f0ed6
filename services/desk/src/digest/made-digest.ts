import { type Digest, parseMadeDigest } from '#digest';
import { findDigest, findMadeDigest, findOwnSubscription, type MadeDigest, type Subscription } from '#store';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';

/** A digest that was made, as the API lists it. */
export function madeDigestView({ digestId, subscriptionId: _subscription, ...facts }: MadeDigest, publicUrl: string) {
  return { id: digestId, ...facts, page: `${publicUrl}/digests/${encodeURIComponent(digestId)}` };
}

export interface OwnDigest {
  readonly made: MadeDigest;
  readonly digest: Digest;
  readonly subscription: Subscription;
}

/**
 * A digest of one of a tenant's subscriptions, as it was made. It is opened only for whose it is.
 * @throws RefusedRequestError (404) for any other.
 */
export async function ownDigest(ports: DeskPorts, tenantId: string, digestId: string): Promise<OwnDigest> {
  const { session } = ports.store;
  const made = await findMadeDigest(session, digestId);
  const subscription = made && (await findOwnSubscription(session, ports.sealer, tenantId, made.subscriptionId));
  const found = subscription && (await findDigest(session, ports.sealer, digestId));
  if (!subscription || !found) return notFound('digest');
  return { made: found.digest, digest: parseMadeDigest(found.body), subscription };
}
