import type { Store } from '#store';
import type { Consumer, EventLog } from '../event-log.ts';
import { append, headPosition } from '../outbox/append.ts';
import { requireTopics } from './create-topics.ts';
import { createDeadLetterTopic } from './dead-letter-topic.ts';
import { startKafkaConsumer } from './kafka-consumer.ts';
import { KafkaNeedsPostgresError } from './kafka-errors.ts';
import { DEFAULT_TUNING, type KafkaLogPorts, type KafkaTuning } from './kafka-ports.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { type Relay, startRelay } from './relay.ts';

export interface KafkaLogOptions extends KafkaLogPorts {
  /** On PostgreSQL: it carries the outbox and the inbox of all processes. */
  readonly store: Store;
  readonly kafka: KafkaSettings;
  readonly tuning?: Partial<KafkaTuning>;
}

/** The log on several machines. */
export interface KafkaLog extends EventLog {
  /**
   * Ships the outbox for as long as it runs. Every process that appends or consumes should run one: one of all ships.
   * @throws KafkaTopicsError or KafkaUnavailableError
   */
  startRelay(): Promise<Relay>;
  /** Stops all that this log started: consumers first, each after the record in hand, then the relay. */
  close(): Promise<void>;
}

/**
 * The log over Kafka: `append` writes the outbox in the caller's transaction, a relay ships it, groups consume from the
 * brokers, and the inbox makes each effect happen once.
 * @throws KafkaNeedsPostgresError over SQLite.
 */
export function createKafkaLog(options: KafkaLogOptions): KafkaLog {
  const { store, kafka: settings } = options;
  if (store.dialect !== 'postgres') {
    throw new KafkaNeedsPostgresError('Kafka needs PostgreSQL: set DATABASE_URL to postgres://…');
  }
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const deadLetters = createDeadLetterTopic(settings);
  const consumers = new Set<Consumer>();
  const relays = new Set<Relay>();
  return {
    append: (tx, topic, events) => append(store, tx, topic, events, options.now().toISOString()),
    headPosition,
    consume: async (subscription) => {
      await requireTopics(settings);
      const consumer = await startKafkaConsumer({ store, settings, ports: options, tuning, deadLetters }, subscription);
      consumers.add(consumer);
      return consumer;
    },
    startRelay: async () => {
      await requireTopics(settings);
      const relay = startRelay(store, settings, options);
      relays.add(relay);
      return relay;
    },
    close: async () => {
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
      await Promise.all([...relays].map((relay) => relay.stop()));
      await deadLetters.close();
    },
  };
}
