import type { Session } from '../open-store.ts';
import { hashOfToken } from '../token-hash.ts';

/** Makes a secret address the one of its subscription; what led there before leads nowhere from now on. */
export async function replaceFeedAddress(
  tx: Session,
  address: {
    readonly token: string;
    readonly tenantId: string;
    readonly subscriptionId: string;
    readonly createdAt: string;
  },
): Promise<void> {
  const { token, ...row } = address;
  await revokeFeedAddresses(tx, row.subscriptionId, row.createdAt);
  await tx
    .insertInto('feedAddresses')
    .values({ ...row, tokenHash: hashOfToken(token), revokedAt: null })
    .execute();
}

/** From now on no address of this subscription leads anywhere. */
export async function revokeFeedAddresses(session: Session, subscriptionId: string, at: string): Promise<void> {
  await session
    .updateTable('feedAddresses')
    .set({ revokedAt: at })
    .where('subscriptionId', '=', subscriptionId)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Whose feeds an address leads to. @returns undefined for one that is unknown, revoked or of a disabled subscription. */
export async function subscriptionOfFeed(
  session: Session,
  token: string,
): Promise<{ readonly subscriptionId: string; readonly tenantId: string } | undefined> {
  return session
    .selectFrom('feedAddresses')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'feedAddresses.subscriptionId')
    .select(['feedAddresses.subscriptionId as subscriptionId', 'feedAddresses.tenantId as tenantId'])
    .where('feedAddresses.tokenHash', '=', hashOfToken(token))
    .where('feedAddresses.revokedAt', 'is', null)
    .where('subscriptions.status', '=', 'active')
    .executeTakeFirst();
}

/** When the address of a subscription was made. @returns undefined when it has none. */
export async function feedAddressSince(session: Session, subscriptionId: string): Promise<string | undefined> {
  const row = await session
    .selectFrom('feedAddresses')
    .select('createdAt')
    .where('subscriptionId', '=', subscriptionId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row?.createdAt;
}
