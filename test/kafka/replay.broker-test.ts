import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLogger, readConfig } from '#process';
import { createReplayClock, machineClock } from '../../services/standalone/src/clock.ts';
import { replay } from '../../services/standalone/src/commands/replay.ts';
import { forCorpus } from '../../services/standalone/src/commands/replay-command.ts';
import { importSubscriptions } from '../../services/standalone/src/commands/subscriptions.ts';
import { composeRedline } from '../../services/standalone/src/compose.ts';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { createKafkaWorld } from './kafka-world.ts';

const brokers = inject('kafkaBrokers');
const DEMO = 'test/replay/corpus';
const REAL = process.env.REDLINE_CORPUS ?? '../shared/corpus';

/** What a replay leaves behind: which changes, and which alerts with which impact. */
interface Outcome {
  readonly changes: readonly string[];
  readonly alerts: readonly string[];
}

async function replayed(corpus: string, env: Record<string, string>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'redline-transport-'));
  const config = forCorpus(readConfig({ ...env, REDLINE_SECRET_KEY_FILE: join(folder, 'key') }), corpus);
  const clock = createReplayClock(machineClock, '2000-01-01T00:00:00.000Z');
  const redline = await composeRedline({
    config,
    logger: createLogger({ level: 'silent', service: 'test' }),
    clock,
    deliveryClock: machineClock,
    onFatal: () => {
      throw new Error('a consumer ended for good');
    },
  });
  await importSubscriptions(redline, 'default', 'config/demo-subscriptions.yaml', () => undefined);
  await redline.startLog();
  await redline.differ.start();
  await redline.notifier.start();
  await replay(redline, clock, corpus, () => undefined);
  const changes = await redline.store.session.selectFrom('changes').select('changeId').orderBy('changeId').execute();
  const alerts = await redline.store.session
    .selectFrom('alerts')
    .select(['alertId', 'score', 'band'])
    .orderBy('alertId')
    .execute();
  await redline.differ.stop();
  await redline.notifier.stop();
  await redline.close();
  return {
    changes: changes.map((row) => row.changeId),
    alerts: alerts.map((row) => `${row.alertId} ${row.band}`),
  };
}

describe.skipIf(brokers.length === 0)('a replay over Kafka and PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  const overKafka = async (corpus: string): Promise<Outcome> => {
    const world = await createKafkaWorld(brokers, postgres);
    try {
      return await replayed(corpus, {
        DATABASE_URL: world.databaseUrl,
        REDLINE_KAFKA_BROKERS: world.settings.brokers.join(','),
        REDLINE_KAFKA_PREFIX: world.settings.prefix ?? '',
      });
    } finally {
      await world.close();
    }
  };
  const embedded = (corpus: string) => replayed(corpus, { DATABASE_URL: 'sqlite::memory:' });

  it('finds the same changes and raises the same alerts as on one machine', async () => {
    const wanted = await embedded(DEMO);
    expect(wanted.changes.length).toBeGreaterThan(30);
    expect(wanted.alerts.length).toBeGreaterThan(10);
    expect(await overKafka(DEMO)).toEqual(wanted);
  }, 120_000);

  const hasReal = existsSync(REAL);
  if (!hasReal) console.warn(`skipped: the replay of real captures over Kafka, because ${REAL} is absent`);
  it.skipIf(!hasReal)(
    'does so for the whole corpus of real captures too',
    async () => {
      const wanted = await embedded(REAL);
      expect(wanted.changes.length).toBeGreaterThan(1_000);
      expect(await overKafka(REAL)).toEqual(wanted);
    },
    300_000,
  );
});
