import { partsOf } from '../dialect/parts-of.ts';
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
export async function saveUntoldAlerts(tx: Session, untold: readonly UntoldAlert[]): Promise<void> {
  for (const some of partsOf(untold, ROWS_AT_ONCE)) {
    await tx
      .insertInto('untoldAlerts')
      .values([...some])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Rows of one statement: five values each, of 32766 that SQLite takes. */
const ROWS_AT_ONCE = 1_000;

/** Ids of changes with positions in (from, to] that a subscription was not told a second time. */
export async function listUntoldChangeIds(
  session: Session,
  subscriptionId: string,
  window: { readonly from: number; readonly to: number },
): Promise<readonly string[]> {
  const rows = await session
    .selectFrom('untoldAlerts')
    .innerJoin('changes', 'changes.changeId', 'untoldAlerts.changeId')
    .select('untoldAlerts.changeId as changeId')
    .where('untoldAlerts.subscriptionId', '=', subscriptionId)
    .where('changes.position', '>', window.from)
    .where('changes.position', '<=', window.to)
    .execute();
  return rows.map((row) => row.changeId);
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

/** Those of the given changes that a subscription was not told a second time. */
export async function untoldAmong(
  session: Session,
  subscriptionId: string,
  changeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await session
    .selectFrom('untoldAlerts')
    .select('changeId')
    .where('subscriptionId', '=', subscriptionId)
    .execute();
  const untold = new Set(rows.map((row) => row.changeId));
  return new Set(changeIds.filter((id) => untold.has(id)));
}
