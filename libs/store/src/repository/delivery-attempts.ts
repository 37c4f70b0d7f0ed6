import { sql } from 'kysely';
import type { Session } from '../open-store.ts';
import type { DeliveryAttempt, DeliveryStatus } from './deliveries.ts';

/** One attempt and where its delivery stands after it. */
export interface FinishedAttempt {
  readonly attempt: DeliveryAttempt;
  readonly after: {
    readonly status: DeliveryStatus;
    readonly nextAttemptAt: string | null;
    readonly finishedAt: string | null;
  };
}

/**
 * Records attempts and where their deliveries stand, in three statements however many there are. An attempt recorded
 * before changes nothing: a worker that outlived its claim must not undo what the next one found. Run it in a transaction.
 * @returns ids of the deliveries whose attempt was not recorded before
 */
export async function finishAttempts(
  session: Session,
  finished: readonly FinishedAttempt[],
): Promise<ReadonlySet<string>> {
  if (finished.length === 0) return new Set();
  const inserted = await session
    .insertInto('deliveryAttempts')
    .values(finished.map(({ attempt }) => attempt))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['deliveryId', 'attempt'])
    .execute();
  const fresh = new Set(inserted.map(({ deliveryId, attempt }) => keyOf(deliveryId, attempt)));
  const standing = finished.filter(({ attempt }) => fresh.has(keyOf(attempt.deliveryId, attempt.attempt)));
  if (standing.length > 0) await moveOn(session, standing);
  return new Set(standing.map(({ attempt }) => attempt.deliveryId));
}

/** One attempt; see {@link finishAttempts}. @returns false when it was recorded before. */
export async function finishAttempt(
  session: Session,
  attempt: DeliveryAttempt,
  after: FinishedAttempt['after'],
): Promise<boolean> {
  return (await finishAttempts(session, [{ attempt, after }])).size > 0;
}

/** Values of a list are text to PostgreSQL, hence the cast of the only number. */
async function moveOn(session: Session, standing: readonly FinishedAttempt[]): Promise<void> {
  const rows = standing.map(
    ({ attempt, after }) =>
      sql`(${attempt.deliveryId}, ${after.status}, ${after.nextAttemptAt}, ${after.finishedAt}, ${String(attempt.attempt)}, ${attempt.outcome})`,
  );
  await sql`with moved (delivery_id, status, next_attempt_at, finished_at, attempts, last_outcome) as (values ${sql.join(rows)})
    update deliveries set status = moved.status, next_attempt_at = moved.next_attempt_at, finished_at = moved.finished_at,
      attempts = cast(moved.attempts as bigint), last_outcome = moved.last_outcome, claimed_until = null
    from moved where deliveries.delivery_id = moved.delivery_id`.execute(session);
}

function keyOf(deliveryId: string, attempt: number): string {
  return `${deliveryId} ${attempt}`;
}
