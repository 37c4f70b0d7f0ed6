import { Kafka, logLevel } from 'kafkajs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { TOPICS } from '#events';
import { createKafkaLog, createTopics, type KafkaLog, type Relay } from '#log';
import { openStore, type Store } from '#store';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { appendAll, createEffects, type Effects, expectOnceInOrder, someEvents } from './effects.ts';
import { createKafkaWorld, type KafkaWorld } from './kafka-world.ts';

const brokers = [...inject('kafkaBrokers')];

describe.skipIf(brokers.length === 0)('the relay to Kafka', () => {
  let postgres: PostgresServer;
  let world: KafkaWorld;
  let effects: Effects;
  const stores: Store[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    world = await createKafkaWorld(brokers, postgres);
    effects = await createEffects(world.store);
  });
  afterEach(async () => {
    await world.close();
    for (const store of stores.splice(0)) await store.close();
  });

  const consume = (log: KafkaLog) =>
    log.consume({ group: 'g', topics: [TOPICS.captures], handle: async (record) => effects.keep(record) });
  /** A relay as another machine would run it: over connections of its own. */
  const relayElsewhere = async (onRelayFailure?: (error: unknown) => void): Promise<Relay> => {
    const store = await openStore(world.databaseUrl);
    stores.push(store);
    return world.openLog({ store, ...(onRelayFailure ? { onRelayFailure } : {}) }).startRelay();
  };
  const leaders = async (relays: readonly Relay[]): Promise<number> =>
    (await Promise.all(relays.map((relay) => relay.progress()))).filter(({ leading }) => leading).length;

  it('runs in one process at a time, and in another when that one stops', async () => {
    const relays = [await relayElsewhere(), await relayElsewhere()];
    await vi.waitFor(async () => expect(await leaders(relays)).toBe(1), { timeout: 10_000 });
    const log = world.openLog();
    await appendAll(world.store, log, someEvents(20, 4));
    const consumer = await consume(log);
    await consumer.drained();
    for (const relay of relays) if ((await relay.progress()).leading) await relay.stop();
    await appendAll(world.store, log, someEvents(20, 4, 20));
    await consumer.drained();
    expect(await leaders(relays)).toBe(1);
    expectOnceInOrder(await effects.kept(), someEvents(40, 4));
  });

  it('goes on after its connection to the store is cut', async () => {
    const failures: unknown[] = [];
    await relayElsewhere((error) => failures.push(error));
    const log = world.openLog();
    await appendAll(world.store, log, someEvents(10, 2));
    const consumer = await consume(log);
    await consumer.drained();
    await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`.execute(world.store.session);
    await appendAll(world.store, log, someEvents(10, 2, 10));
    await consumer.drained();
    expect(failures.length).toBeGreaterThan(0);
    expectOnceInOrder(await effects.kept(), someEvents(20, 2));
  });

  it('ships again what a crash kept it from noting, and nothing is applied twice', async () => {
    const log = world.openLog();
    const relay = await log.startRelay();
    await appendAll(world.store, log, someEvents(30, 3));
    const consumer = await consume(log);
    await consumer.drained();
    await relay.stop();
    await sql`update consumer_positions set position = 0 where consumer_group = 'relay'`.execute(world.store.session);
    await relayElsewhere();
    await appendAll(world.store, log, someEvents(1, 1, 30));
    await consumer.drained();
    expectOnceInOrder(
      await effects.kept(),
      someEvents(31, 3)
        .slice(0, 30)
        .concat(someEvents(1, 1, 30)),
    );
  });

  it('carries more than one request holds, and events near the size limit', async () => {
    const log = world.openLog();
    await log.startRelay();
    const padded = someEvents(40, 2).map((event) => ({ ...event, correlation: 'x'.repeat(60_000) }));
    await appendAll(world.store, log, padded);
    const consumer = await consume(log);
    await consumer.drained();
    expectOnceInOrder(await effects.kept(), padded);
  });

  it('refuses topics that are missing or have other partitions, and creates none by a typing error', async () => {
    const settings = { ...world.settings, prefix: `${world.settings.prefix}typo.` };
    const log = createKafkaLog({ store: world.store, kafka: settings, now: () => new Date(0) });
    await expect(log.startRelay()).rejects.toMatchObject({ code: 'kafka_topics' });
    await expect(consume(log)).rejects.toMatchObject({ code: 'kafka_topics' });
    const admin = new Kafka({ brokers, clientId: 'look', logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    expect((await admin.listTopics()).filter((topic) => topic.startsWith(settings.prefix))).toEqual([]);
    await admin.createTopics({
      topics: [{ topic: `${settings.prefix}${TOPICS.alerts}`, numPartitions: 2 }],
      waitForLeaders: false,
    });
    await vi.waitFor(async () => expect(await admin.listTopics()).toContain(`${settings.prefix}${TOPICS.alerts}`), {
      timeout: 20_000,
    });
    await admin.disconnect();
    await expect(createTopics(settings)).rejects.toMatchObject({ code: 'kafka_topics' });
  });

  it('creates what is missing only, so that creating again changes nothing', async () => {
    const again = await createTopics(world.settings);
    expect(again.created).toEqual([]);
    expect(again.existing).toHaveLength(8);
  });

  it('tells a broker that is away from one that is wrong', async () => {
    const settings = { ...world.settings, brokers: ['127.0.0.1:1'] };
    await expect(createTopics(settings)).rejects.toMatchObject({ code: 'kafka_unavailable', retriable: true });
  });
});
