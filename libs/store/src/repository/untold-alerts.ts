import type { Session } from '../open-store.ts';

/** A subscription that was not told of a change, because another source had told it the same before. */
export interface UntoldAlert {
  readonly changeId: string;
  readonly subscriptionId: string;
  /** The change by which it knows already. */
  readonly confirmsChangeId: string;
  readonly because: string;
  readonly decidedAt: string;
}

/** Notes the decision; repeating it writes nothing. */
export async function saveUntoldAlert(tx: Session, untold: UntoldAlert): Promise<void> {
  await tx
    .insertInto('untoldAlerts')
    .values(untold)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which subscriptions of a tenant were not told of a change a second time. */
export async function listOwnUntoldAlerts(
  session: Session,
  tenantId: string,
  changeId: string,
): Promise<readonly UntoldAlert[]> {
  return session
    .selectFrom('untoldAlerts')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'untoldAlerts.subscriptionId')
    .selectAll('untoldAlerts')
    .where('subscriptions.tenantId', '=', tenantId)
    .where('untoldAlerts.changeId', '=', changeId)
    .orderBy('untoldAlerts.subscriptionId')
    .execute();
}
