import { sql } from 'kysely';
import type { RedlineEvent, Topic } from '#events';
import { ADVISORY_LOCKS, type Session, type Store } from '#store';
import { partitionOf } from '../partition-of.ts';

/** Writes events to the outbox in the caller's transaction, on every transport. An id its topic already holds is ignored. */
export async function append(
  store: Store,
  tx: Session,
  topic: Topic,
  events: readonly RedlineEvent[],
  recordedAt: string,
): Promise<void> {
  if (events.length === 0) return;
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.append})`.execute(tx);
  for (const event of events) {
    await tx
      .insertInto('eventLog')
      .values({
        topic,
        partition: partitionOf(event.partitionkey),
        key: event.partitionkey,
        eventId: event.id,
        type: event.type,
        body: JSON.stringify(event),
        recordedAt,
      })
      .onConflict((conflict) => conflict.columns(['topic', 'eventId']).doNothing())
      .execute();
  }
}

/** Position of the newest event appended so far; 0 for an empty log. */
export async function headPosition(session: Session): Promise<number> {
  const row = await session
    .selectFrom('eventLog')
    .select((is) => is.fn.max('position').as('head'))
    .executeTakeFirst();
  return Number(row?.head ?? 0);
}
