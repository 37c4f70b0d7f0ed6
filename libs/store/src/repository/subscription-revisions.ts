import { PostgresAdapter, sql } from 'kysely';
import { ADVISORY_LOCKS } from '../dialect/advisory-locks.ts';
import type { Session } from '../open-store.ts';
import type { SealedSubscription } from './subscriptions.ts';

/**
 * Number of the next edit of a subscription. On PostgreSQL edits take turns until they commit, so that revisions become
 * visible in their order: who has read one has read all before it.
 */
export async function nextRevision(session: Session): Promise<number> {
  if (session.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.revision})`.execute(session);
  }
  const row = await session
    .selectFrom('subscriptions')
    .select(({ fn }) => fn.max('revision').as('newest'))
    .executeTakeFirst();
  return Number(row?.newest ?? 0) + 1;
}

/** Where a reader of subscriptions stands: the last row it read. */
export interface RevisionPlace {
  readonly revision: number;
  readonly subscriptionId: string;
}

/** Before every subscription. */
export const FIRST_REVISION: RevisionPlace = { revision: -1, subscriptionId: '' };

/** Subscriptions of every tenant and state that were altered after a place, in the order of their edits, unopened. */
export async function listAlteredSealed(
  session: Session,
  { revision, subscriptionId }: RevisionPlace,
  limit: number,
): Promise<readonly SealedSubscription[]> {
  return session
    .selectFrom('subscriptions')
    .selectAll()
    .where(({ eb, or, and }) =>
      or([
        eb('revision', '>', revision),
        and([eb('revision', '=', revision), eb('subscriptionId', '>', subscriptionId)]),
      ]),
    )
    .orderBy('revision')
    .orderBy('subscriptionId')
    .limit(limit)
    .execute();
}

/** Active subscriptions among these, of every tenant, unopened. In no order. */
export async function listActiveSealed(
  session: Session,
  subscriptionIds: readonly string[],
): Promise<readonly SealedSubscription[]> {
  if (subscriptionIds.length === 0) return [];
  return session
    .selectFrom('subscriptions')
    .selectAll()
    .where('subscriptionId', 'in', [...subscriptionIds])
    .where('status', '=', 'active')
    .execute();
}
