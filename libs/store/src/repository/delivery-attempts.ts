import { sql } from 'kysely';
import { jsonRows } from '../dialect/json-rows.ts';
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

/** `where true` keeps SQLite from reading `on conflict` as a part of the select. Source: sqlite.org/lang_upsert.html, "Parsing Ambiguity". */
async function insert(session: Session, attempts: readonly DeliveryAttempt[]): Promise<readonly Inserted[]> {
  const { rows } = await sql<Inserted>`insert into delivery_attempts
      (delivery_id, attempt, started_at, duration_ms, outcome, status, response_text)
    select value ->> 'deliveryId', cast(value ->> 'attempt' as bigint), value ->> 'startedAt',
      cast(value ->> 'durationMs' as bigint), value ->> 'outcome', cast(value ->> 'status' as bigint), value ->> 'responseText'
    from ${jsonRows(session, attempts)} where true
    on conflict do nothing returning delivery_id, attempt`.execute(session);
  return rows;
}

async function moveOn(session: Session, standing: readonly FinishedAttempt[]): Promise<void> {
  const rows = standing.map(({ attempt: { deliveryId, attempt, outcome }, after }) => ({
    ...after,
    deliveryId,
    attempt,
    outcome,
  }));
  await sql`update deliveries set status = value ->> 'status', next_attempt_at = value ->> 'nextAttemptAt',
      finished_at = value ->> 'finishedAt', attempts = cast(value ->> 'attempt' as bigint),
      last_outcome = value ->> 'outcome', claimed_until = null
    from ${jsonRows(session, rows)} where deliveries.delivery_id = value ->> 'deliveryId'`.execute(session);
}

function keyOf(deliveryId: string, attempt: number): string {
  return `${deliveryId} ${attempt}`;
}
