import { overRows } from '../dialect/rows-of-values.ts';
import type { Session } from '../open-store.ts';
import type { Schema } from '../schema.ts';
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
 * Records attempts and where their deliveries stand, in a handful of statements however many there are. An attempt recorded
 * before changes nothing: a worker that outlived its claim must not undo what the next one found. Run it in a transaction.
 * @returns ids of the deliveries whose attempt was not recorded before
 */
export async function finishAttempts(
  session: Session,
  finished: readonly FinishedAttempt[],
): Promise<ReadonlySet<string>> {
  if (finished.length === 0) return new Set();
  const inserted = await insert(
    session,
    finished.map(({ attempt }) => attempt),
  );
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

type Inserted = Pick<DeliveryAttempt, 'deliveryId' | 'attempt'>;

function insert(session: Session, attempts: readonly DeliveryAttempt[]): Promise<readonly Inserted[]> {
  return overRows<Inserted, Schema>(
    session,
    (list) => `insert into delivery_attempts
      (delivery_id, attempt, started_at, duration_ms, outcome, status, response_text)
      values ${list} on conflict do nothing returning delivery_id, attempt`,
    attempts.map((one) => [
      one.deliveryId,
      one.attempt,
      one.startedAt,
      one.durationMs,
      one.outcome,
      one.status,
      one.responseText,
    ]),
  );
}

async function moveOn(session: Session, standing: readonly FinishedAttempt[]): Promise<void> {
  await overRows(
    session,
    (list) => `with after (delivery_id, status, next_attempt_at, finished_at, attempt, outcome) as (values ${list})
      update deliveries set status = after.status, next_attempt_at = after.next_attempt_at,
        finished_at = after.finished_at, attempts = cast(after.attempt as bigint), last_outcome = after.outcome,
        claimed_until = null
      from after where deliveries.delivery_id = after.delivery_id`,
    standing.map(({ attempt: { deliveryId, attempt, outcome }, after }) => [
      deliveryId,
      after.status,
      after.nextAttemptAt,
      after.finishedAt,
      attempt,
      outcome,
    ]),
  );
}

function keyOf(deliveryId: string, attempt: number): string {
  return `${deliveryId} ${attempt}`;
}
