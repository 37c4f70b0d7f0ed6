import { afterAct, type Review, type ReviewAct, refusalOf, reviewOf } from '#domain';
import { type Actor, listReviewEntries, type ReviewSubject, recordAct, type Session, takeTurnInTrail } from '#store';
import { actorOf, type SignedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';

/**
 * Does one thing with one item, for the caller's tenant alone.
 * @throws RefusedRequestError (409) when it does not fit where the item stands.
 */
export async function actOnReview(
  ports: DeskPorts,
  caller: SignedIn,
  subject: ReviewSubject,
  act: ReviewAct,
): Promise<Review> {
  const at = ports.now().toISOString();
  const done = await ports.store.transaction((tx) => writeDown(tx, actorOf(caller), at, subject, act));
  if (done.kind === 'done') return done.review;
  const detail = `This cannot be done: ${done.because}.`;
  return refuse({ status: 409, code: 'review_conflict', title: 'The item stands otherwise by now', detail });
}

/** Does the same thing with many items, in one transaction; an item that it does not fit stays as it is. @returns how many it was done to */
export async function actOnReviews(
  ports: DeskPorts,
  caller: SignedIn,
  subjects: readonly ReviewSubject[],
  act: ReviewAct,
): Promise<number> {
  const at = ports.now().toISOString();
  return ports.store.transaction(async (tx) => {
    let count = 0;
    for (const subject of subjects) {
      const done = await writeDown(tx, actorOf(caller), at, subject, act);
      if (done.kind === 'done') count += 1;
    }
    return count;
  });
}

type Done = { readonly kind: 'done'; readonly review: Review } | { readonly kind: 'refused'; readonly because: string };

async function writeDown(
  tx: Session,
  by: Actor,
  at: string,
  { kind, id }: ReviewSubject,
  act: ReviewAct,
): Promise<Done> {
  await takeTurnInTrail(tx, by.tenantId);
  const before = reviewOf(await listReviewEntries(tx, by.tenantId, { kind, id }));
  const because = refusalOf(before, act);
  if (because !== undefined) return { kind: 'refused', because };
  const after = afterAct(before, act);
  const { act: _act, ...detail } = act;
  await recordAct(tx, by, at, {
    act: `review.${act.act}`,
    subjectKind: kind,
    subjectId: id,
    fromState: before.state,
    toState: after.state,
    detail,
  });
  return { kind: 'done', review: { ...after, last: { who: by.who, at } } };
}
