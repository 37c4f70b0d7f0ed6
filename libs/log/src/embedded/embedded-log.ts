import { sql } from 'kysely';
import type { RedlineEvent, Topic } from '#events';
import type { Session, Store } from '#store';
import type { Consumer, EventLog, Subscription } from '../event-log.ts';
import { partitionOf } from '../partition-of.ts';
import { type ConsumerPorts, startConsumer } from './embedded-consumer.ts';

/** Any constant shared by every producer of one database: appends take turns, so that positions commit in order. */
const APPEND_LOCK = 7_265_1979;

/** The log on one machine: the table `event_log`, read by position. Same promises as Kafka, no broker. */
export function createEmbeddedLog(store: Store, ports: ConsumerPorts): EventLog {
  return {
    append: (tx, topic, events) => append(store, tx, topic, events, ports.now().toISOString()),
    consume: (subscription: Subscription): Promise<Consumer> => startConsumer(store, subscription, ports),
    headPosition: (session) => headPosition(session),
  };
}

async function append(store: Store, tx: Session, topic: Topic, events: readonly RedlineEvent[], recordedAt: string) {
  if (events.length === 0) return;
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${APPEND_LOCK})`.execute(tx);
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

async function headPosition(session: Session): Promise<number> {
  const row = await session
    .selectFrom('eventLog')
    .select((is) => is.fn.max('position').as('head'))
    .executeTakeFirst();
  return Number(row?.head ?? 0);
}
