import { type Actor, recordAct, replaceFeedAddress, revokeFeedAddresses, type Subscription } from '#store';
import type { DeskPorts } from '../ports.ts';

/** Addresses of one subscription's feeds. Whoever knows them reads along: they are shown once. */
export interface FeedLinks {
  readonly atom: string;
  readonly json: string;
  readonly calendar: string;
}

/** Makes new secret addresses for a subscription; the ones it had lead nowhere from now on. */
export async function newFeedLinks(ports: DeskPorts, by: Actor, subscription: Subscription): Promise<FeedLinks> {
  const { subscriptionId, tenantId } = subscription;
  const token = ports.newToken();
  const createdAt = ports.now().toISOString();
  await ports.store.transaction(async (tx) => {
    await replaceFeedAddress(tx, { token, tenantId, subscriptionId, createdAt });
    const subject = { subjectKind: 'subscription', subjectId: subscriptionId } as const;
    await recordAct(tx, by, createdAt, {
      act: 'subscription.feeds_made',
      ...subject,
      fromState: '',
      toState: 'in force',
    });
  });
  await ports.store.makeDurable();
  const base = `${ports.settings.publicUrl}/feeds/${encodeURIComponent(token)}`;
  return { atom: `${base}/alerts.atom`, json: `${base}/alerts.json`, calendar: `${base}/deadlines.ics` };
}

/** The secret addresses of a subscription lead nowhere from now on. */
export async function revokeFeedLinks(ports: DeskPorts, by: Actor, subscriptionId: string): Promise<void> {
  const at = ports.now().toISOString();
  await ports.store.transaction(async (tx) => {
    await revokeFeedAddresses(tx, subscriptionId, at);
    const subject = { subjectKind: 'subscription', subjectId: subscriptionId } as const;
    const states = { fromState: 'in force', toState: 'revoked' };
    await recordAct(tx, by, at, { act: 'subscription.feeds_revoked', ...subject, ...states });
  });
}
