import { replaceFeedAddress, type Subscription } from '#store';
import type { DeskPorts } from '../ports.ts';

/** Addresses of one subscription's feeds. Whoever knows them reads along: they are shown once. */
export interface FeedLinks {
  readonly atom: string;
  readonly json: string;
  readonly calendar: string;
}

/** Makes new secret addresses for a subscription; the ones it had lead nowhere from now on. */
export async function newFeedLinks(ports: DeskPorts, subscription: Subscription): Promise<FeedLinks> {
  const { subscriptionId, tenantId } = subscription;
  const token = ports.newToken();
  const createdAt = ports.now().toISOString();
  await ports.store.transaction((tx) => replaceFeedAddress(tx, { token, tenantId, subscriptionId, createdAt }));
  await ports.store.makeDurable();
  const base = `${ports.settings.publicUrl}/feeds/${encodeURIComponent(token)}`;
  return { atom: `${base}/alerts.atom`, json: `${base}/alerts.json`, calendar: `${base}/deadlines.ics` };
}
