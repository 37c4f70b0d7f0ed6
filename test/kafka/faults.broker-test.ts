import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { TOPICS } from '#events';
import type { KafkaLog } from '#log';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { appendAll, createEffects, type Effects, expectOnceInOrder, someEvents } from './effects.ts';
import { createKafkaWorld, type KafkaWorld } from './kafka-world.ts';
import { type KafkaCluster, startKafka } from './start-kafka.ts';

const EVENTS = 400;

describe.skipIf(inject('kafkaBrokers').length === 0)('brokers that fail', () => {
  let postgres: PostgresServer;
  let cluster: KafkaCluster | undefined;
  let world: KafkaWorld | undefined;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterEach(async () => {
    await world?.close();
    await cluster?.stop();
    world = undefined;
    cluster = undefined;
  });
  afterAll(() => postgres.stop());

  const consume = (log: KafkaLog, effects: Effects) =>
    log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => {
        await pause(1);
        return effects.keep(record);
      },
    });
  const untilKept = (effects: Effects, count: number) =>
    vi.waitFor(async () => expect((await effects.kept()).length).toBeGreaterThanOrEqual(count), { timeout: 60_000 });

  it('come back after a power cut in the middle: nothing lost, nothing twice, each key in order', async () => {
    cluster = await startKafka({ nodes: 1, own: true });
    world = await createKafkaWorld(cluster.brokers, postgres);
    const effects = await createEffects(world.store);
    const log = world.openLog();
    await log.startRelay();
    const events = someEvents(EVENTS, 10);
    await appendAll(world.store, log, events.slice(0, EVENTS / 2));
    const consumer = await consume(log, effects);
    await untilKept(effects, 50);
    await cluster.killNode(0);
    await appendAll(world.store, log, events.slice(EVENTS / 2));
    await cluster.startNode(0);
    await consumer.drained();
    expectOnceInOrder(await effects.kept(), events);
  }, 180_000);

  it('leave leadership to others: one of three dies under load and returns', async () => {
    cluster = await startKafka({ nodes: 3 });
    world = await createKafkaWorld(cluster.brokers, postgres, 3);
    const effects = await createEffects(world.store);
    const log = world.openLog();
    const other = world.openLog();
    await log.startRelay();
    const events = someEvents(EVENTS, 10);
    await appendAll(world.store, log, events.slice(0, EVENTS / 2));
    const consumer = await consume(log, effects);
    await consume(other, effects);
    await untilKept(effects, 50);
    await cluster.killNode(1);
    await appendAll(world.store, log, events.slice(EVENTS / 2));
    await consumer.drained();
    await cluster.startNode(1);
    const more = someEvents(50, 10, EVENTS);
    await cluster.stopNode(0);
    await appendAll(world.store, log, more);
    await consumer.drained();
    expectOnceInOrder(await effects.kept(), [...events, ...more]);
  }, 240_000);
});
