import { readFileSync } from 'node:fs';
import { createEmbeddedLog, createKafkaLog, type EventLog, type KafkaLogPorts, type KafkaSettings } from '#log';
import type { Config, Logger } from '#process';
import type { Store } from '#store';
import type { Clock } from './clock.ts';

/** The log of this process, whichever transport carries it. */
export interface OpenedLog {
  readonly log: EventLog;
  /** Ships the outbox where the transport needs it. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Over Kafka where brokers are named, else over the store's own table. */
export function openLog(config: Config, store: Store, logger: Logger, clock: Clock, onFatal: () => void): OpenedLog {
  const ports: KafkaLogPorts = {
    now: clock.now,
    onDeadLetter: ({ group, record, code, reason }) =>
      logger.error({ group, eventId: record.event.id, key: record.key, code, reason }, 'event.dead_lettered'),
    onRetry: ({ group, record, attempt, delayMs, error }) =>
      logger.warn({ group, eventId: record.event.id, attempt, delayMs, err: error }, 'event.retried'),
    onReadFailure: ({ group, error }) => logger.warn({ group, err: error }, 'log.read_failed'),
    onCrash: ({ group, error }) => {
      logger.fatal({ group, err: error }, 'consumer.ended_for_good');
      onFatal();
    },
    onAssigned: ({ group, partitions }) => logger.info({ group, partitions }, 'consumer.assigned'),
    onRelayFailure: (error) => logger.warn({ err: error }, 'relay.interrupted'),
    onUnreadable: ({ group, topic, partition, offset, because }) =>
      logger.error({ group, topic, partition, offset, because }, 'message.unreadable'),
  };
  if (config.REDLINE_KAFKA_BROKERS.length === 0) {
    return { log: createEmbeddedLog(store, ports), start: async () => undefined, close: async () => undefined };
  }
  const sessionTimeoutMs = config.REDLINE_KAFKA_SESSION_TIMEOUT_MS;
  const tuning = { sessionTimeoutMs, heartbeatMs: Math.floor(sessionTimeoutMs / 10) };
  const kafka = createKafkaLog({ ...ports, store, kafka: kafkaSettings(config, logger), tuning });
  return {
    log: kafka,
    start: async () => {
      await kafka.startRelay();
    },
    close: () => kafka.close(),
  };
}

/** @throws Error when the certificate file cannot be read. */
export function kafkaSettings(config: Config, logger: Logger): KafkaSettings {
  const { REDLINE_KAFKA_SASL_MECHANISM: mechanism, REDLINE_KAFKA_SASL_USERNAME: username } = config;
  const password = config.REDLINE_KAFKA_SASL_PASSWORD;
  const ca = config.REDLINE_KAFKA_CA_FILE;
  return {
    brokers: config.REDLINE_KAFKA_BROKERS,
    clientId: 'redline',
    prefix: config.REDLINE_KAFKA_PREFIX,
    ...(ca === undefined ? { tls: config.REDLINE_KAFKA_TLS } : { tls: { ca: readFileSync(ca, 'utf8') } }),
    ...(mechanism && username && password ? { sasl: { mechanism, username, password } } : {}),
    onClientLog: ({ level, message, details }) => logger[level]({ details }, `kafka.${message.slice(0, 120)}`),
  };
}
