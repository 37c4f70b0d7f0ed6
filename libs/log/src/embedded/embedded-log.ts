import type { Store } from '#store';
import type { ConsumerPorts } from '../consumer-ports.ts';
import type { Consumer, EventLog, Subscription } from '../event-log.ts';
import { append, headPosition } from '../outbox/append.ts';
import { startConsumer } from './embedded-consumer.ts';

/** The log on one machine: the table `event_log`, read by position. Same promises as Kafka, no broker. */
export function createEmbeddedLog(store: Store, ports: ConsumerPorts): EventLog {
  return {
    append: (tx, topic, events) => append(store, tx, topic, events, ports.now().toISOString()),
    consume: (subscription: Subscription): Promise<Consumer> => startConsumer(store, subscription, ports),
    headPosition: (session) => headPosition(session),
  };
}
