import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import type { KafkaSettings } from './kafka-settings.ts';
import { mendRequestQueue } from './mend-request-queue.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 60_000;

/** Short: our own loops go on where these end, with a fresh connection, and a stopping process need not wait for them. */
export const CLIENT_RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, multiplier: 2, factor: 0.2, retries: 4 };

/**
 * A client of its own for each consumer and producer: kafkajs keeps committed offsets a client, so two members of one
 * group that shared a client would overwrite each other's.
 */
export function createClient(settings: KafkaSettings, role: string): Kafka {
  mendRequestQueue();
  const { tls, sasl } = settings;
  return new Kafka({
    clientId: `${settings.clientId}-${role}`,
    brokers: [...settings.brokers],
    ...(tls ? { ssl: tls === true ? true : { ...tls } } : {}),
    ...(sasl ? { sasl: saslOptions(sasl) } : {}),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: CLIENT_RETRY,
    socketFactory: promptSocket,
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ level, namespace, log: { message, ...details } }) =>
        settings.onClientLog?.({
          level: level === logLevel.ERROR ? 'error' : 'warn',
          message: `${namespace}: ${message}`,
          details,
        }),
  });
}

/**
 * A consumer's long poll leaves its request unacknowledged for 40 ms; with Nagle's algorithm (RFC 896), which kafkajs leaves
 * on, whatever it sends meanwhile waits for that.
 */
const promptSocket: NonNullable<KafkaConfig['socketFactory']> = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}), ...ssl }, onConnect)
    : connect({ host, port }, onConnect);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  return socket;
};

function saslOptions(sasl: NonNullable<KafkaSettings['sasl']>): NonNullable<KafkaConfig['sasl']> {
  const { username, password } = sasl;
  switch (sasl.mechanism) {
    case 'plain':
      return { mechanism: 'plain', username, password };
    case 'scram-sha-256':
      return { mechanism: 'scram-sha-256', username, password };
    case 'scram-sha-512':
      return { mechanism: 'scram-sha-512', username, password };
  }
}
