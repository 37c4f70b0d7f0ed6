import { afterAll, beforeAll, describe, inject } from 'vitest';
import { logContract } from '../contract/log-contract.ts';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { createKafkaWorld } from './kafka-world.ts';

const brokers = inject('kafkaBrokers');

describe.skipIf(brokers.length === 0)('the log on Kafka and PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  logContract(async () => {
    const world = await createKafkaWorld(brokers, postgres);
    const log = world.openLog();
    await log.startRelay();
    return { store: world.store, log, close: log.close };
  });
});
