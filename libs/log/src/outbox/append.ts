import { sql } from 'kysely';
import type { RedlineEvent, Topic } from '#events';
import { ADVISORY_LOCKS, partsOf, type Session, type Store } from '#store';
import { partitionOf } from '../partition-of.ts';
import type { OutboxRow } from './outbox-rows.ts';

type Row = Omit<OutboxRow, 'position'> & Record<'eventId' | 'type' | 'recordedAt', string>;

/** Rows of one statement: seven values each, of 32766 that SQLite takes. */
const ROWS_AT_ONCE = 1_000;

/** Events of transactions that have not come to their end yet. */
const waiting = new WeakMap<Session, Row[]>();

/**
 * Writes events to the outbox in the caller's transaction, on every transport, as the last thing it does: producers append in
 * turns from there to the commit, so that positions commit in order, and nobody waits for what a transaction does besides. An id
 * its topic already holds is ignored.
 */
export async function append(
  store: Store,
  tx: Session,
  topic: Topic,
  events: readonly RedlineEvent[],
  recordedAt: string,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => rowOf(topic, event, recordedAt));
  const earlier = waiting.get(tx);
  if (earlier) {
    earlier.push(...rows);
    return;
  }
  waiting.set(tx, rows);
  await store.beforeCommit(tx, async () => {
    waiting.delete(tx);
    await insertInTurn(store, tx, rows);
  });
}

function rowOf(topic: Topic, event: RedlineEvent, recordedAt: string): Row {
  const { id: eventId, partitionkey: key, type } = event;
  return { topic, partition: partitionOf(key), key, eventId, type, body: JSON.stringify(event), recordedAt };
}

async function insertInTurn(store: Store, tx: Session, rows: readonly Row[]): Promise<void> {
  for (const some of partsOf(rows, ROWS_AT_ONCE)) {
    await (store.dialect === 'postgres' ? takeTurnAndInsert(tx, some) : insert(tx, some));
  }
}

async function insert(tx: Session, rows: readonly Row[]): Promise<void> {
  await tx
    .insertInto('eventLog')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['topic', 'eventId']).doNothing())
    .execute();
}

/** In one statement, because others wait: the turn is had before the first row is given its position. */
async function takeTurnAndInsert(tx: Session, rows: readonly Row[]): Promise<void> {
  const column = (name: keyof Row) => rows.map((row) => row[name]);
  await sql`insert into event_log (topic, partition, key, event_id, type, body, recorded_at)
    select given.* from
      (select pg_advisory_xact_lock(${ADVISORY_LOCKS.append})) as turn,
      unnest(${column('topic')}::text[], ${column('partition')}::int[], ${column('key')}::text[], ${column('eventId')}::text[],
        ${column('type')}::text[], ${column('body')}::text[], ${column('recordedAt')}::text[]) as given
    on conflict (topic, event_id) do nothing`.execute(tx);
}

/** Position of the newest event appended so far; 0 for an empty log. */
export async function headPosition(session: Session): Promise<number> {
  const row = await session
    .selectFrom('eventLog')
    .select((is) => is.fn.max('position').as('head'))
    .executeTakeFirst();
  return Number(row?.head ?? 0);
}
