import type { ReviewKind } from '#domain';
import type { ReviewItemTable } from '../development-tables.ts';
import type { Session } from '../open-store.ts';

/** Something that does not agree and that a person must look at. */
export interface ReviewItem {
  readonly reviewItemId: string;
  readonly developmentId: string;
  readonly kind: ReviewKind;
  /** The source that shows it. */
  readonly sourceId: string;
  readonly because: string;
  readonly openedAt: string;
  readonly state: 'open' | 'closed';
  readonly closedAt: string | null;
  /** How it was settled; empty while open. */
  readonly resolution: string;
}

/** @returns false when this item was opened before, whether it is settled or not: it is not raised twice. */
export async function openReviewItem(tx: Session, item: ReviewItem): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reviewItems')
    .values(item)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns false when no such item is open. */
export async function settleReviewItem(
  tx: Session,
  reviewItemId: string,
  settled: { readonly closedAt: string; readonly resolution: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reviewItems')
    .set({ ...settled, state: 'closed' })
    .where('reviewItemId', '=', reviewItemId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Review items, the oldest first; of one development or in one state where named. */
export async function listReviewItems(
  session: Session,
  wanted: { readonly state?: ReviewItem['state']; readonly developmentId?: string },
  limit = 1_000,
): Promise<readonly ReviewItem[]> {
  let query = session.selectFrom('reviewItems').selectAll();
  if (wanted.state) query = query.where('state', '=', wanted.state);
  if (wanted.developmentId) query = query.where('developmentId', '=', wanted.developmentId);
  const rows = await query.orderBy('openedAt').orderBy('reviewItemId').limit(limit).execute();
  return rows.map(toItem);
}

export async function findReviewItem(session: Session, reviewItemId: string): Promise<ReviewItem | undefined> {
  const row = await session
    .selectFrom('reviewItems')
    .selectAll()
    .where('reviewItemId', '=', reviewItemId)
    .executeTakeFirst();
  return row && toItem(row);
}

function toItem(row: ReviewItemTable): ReviewItem {
  return { ...row, kind: row.kind as ReviewKind, state: row.state as ReviewItem['state'] };
}
