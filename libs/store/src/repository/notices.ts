import type { Session } from '../open-store.ts';

/** Word to a tenant about one of its endpoints. */
export interface Notice {
  readonly noticeId: string;
  readonly tenantId: string;
  readonly aboutSubscriptionId: string;
  readonly because: string;
  readonly raisedAt: string;
}

export async function saveNotice(session: Session, notice: Notice): Promise<void> {
  await session
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A notice with the name and the kind of channel of what it is about. */
export interface NamedNotice extends Notice {
  readonly name: string;
  readonly channelKind: string;
}

/** Those of the given ids that are stored, in no order. */
export async function listNoticesById(session: Session, noticeIds: readonly string[]): Promise<readonly NamedNotice[]> {
  if (noticeIds.length === 0) return [];
  return session
    .selectFrom('notices')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'notices.aboutSubscriptionId')
    .selectAll('notices')
    .select(['subscriptions.name', 'subscriptions.channelKind'])
    .where('noticeId', 'in', noticeIds)
    .execute();
}
