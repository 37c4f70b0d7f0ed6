import { randomUUID } from 'node:crypto';
import { createKafkaLog, createTopics, type KafkaLog, type KafkaLogOptions, type KafkaSettings } from '#log';
import { openStore, type Store } from '#store';
import type { PostgresServer } from '../contract/postgres-server.ts';

/** A database and topics of its own for one test. */
export interface KafkaWorld {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly settings: KafkaSettings;
  /** A log of one more process over the same store and topics; closed with the world. */
  openLog(over?: Partial<KafkaLogOptions>): KafkaLog;
  close(): Promise<void>;
}

export async function createKafkaWorld(
  brokers: readonly string[],
  postgres: PostgresServer,
  replication: number = 1,
): Promise<KafkaWorld> {
  const databaseUrl = await postgres.freshDatabase();
  const store = await openStore(databaseUrl);
  const settings: KafkaSettings = { brokers, clientId: 'test', prefix: `${randomUUID().slice(0, 8)}.` };
  await createTopics(settings, { replication });
  const logs: KafkaLog[] = [];
  return {
    store,
    databaseUrl,
    settings,
    openLog: (over = {}) => {
      const log = createKafkaLog({
        store,
        kafka: settings,
        now: () => new Date('2026-01-01T00:00:00Z'),
        tuning: { sessionTimeoutMs: 3_000, heartbeatMs: 300 },
        ...over,
      });
      logs.push(log);
      return log;
    },
    close: async () => {
      for (const log of logs) await log.close();
      await store.close();
    },
  };
}
