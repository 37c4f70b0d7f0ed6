import { type Actor, recordAct, type Store, settleReviewItem } from '#store';

/** Ends a review item for all tenants on a person's word, and writes down whose. @returns false when no such item is open. */
export function settleReview(
  ports: { readonly store: Store; readonly now: () => Date },
  reviewItemId: string,
  resolution: string,
  by: Actor,
): Promise<boolean> {
  const closedAt = ports.now().toISOString();
  return ports.store.transaction(async (tx) => {
    if (!(await settleReviewItem(tx, reviewItemId, { closedAt, resolution }))) return false;
    await recordAct(tx, by, closedAt, {
      act: 'review_item.settled',
      subjectKind: 'review_item',
      subjectId: reviewItemId,
      fromState: 'open',
      toState: 'closed',
      detail: { resolution },
    });
    return true;
  });
}
