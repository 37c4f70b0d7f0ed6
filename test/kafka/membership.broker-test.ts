import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { TOPICS } from '#events';
import type { KafkaLog } from '#log';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { appendAll, createEffects, createGate, type Effects, expectOnceInOrder, someEvents } from './effects.ts';
import { createKafkaWorld, type KafkaWorld } from './kafka-world.ts';

const brokers = inject('kafkaBrokers');

describe.skipIf(brokers.length === 0)('members of a group on Kafka', () => {
  let postgres: PostgresServer;
  let world: KafkaWorld;
  let effects: Effects;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    world = await createKafkaWorld(brokers, postgres);
    effects = await createEffects(world.store);
  });
  afterEach(() => world.close());

  const consume = (log: KafkaLog, before?: (id: string) => Promise<void>) =>
    log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => {
        await before?.(record.event.id);
        return effects.keep(record);
      },
    });

  it('share the work when another joins and leaves under load: nothing twice, nothing lost, each key in order', async () => {
    const assigned: number[] = [];
    const log = world.openLog({
      onAssigned: ({ partitions }) => assigned.push(Object.values(partitions).flat().length),
    });
    const other = world.openLog();
    await log.startRelay();
    const events = someEvents(900, 12);
    await appendAll(world.store, log, events.slice(0, 300));
    const first = await consume(log, () => pause(1));
    await appendAll(world.store, log, events.slice(300, 600));
    const second = await consume(other, () => pause(1));
    await appendAll(world.store, log, events.slice(600));
    await vi.waitFor(async () => expect((await effects.kept()).length).toBeGreaterThan(500), { timeout: 30_000 });
    await second.stop();
    await first.drained();
    expectOnceInOrder(await effects.kept(), events);
    expect(assigned.length).toBeGreaterThan(1);
    expect(Math.min(...assigned)).toBeLessThan(6);
  });

  it('stay in the group while a record takes longer than the session timeout', async () => {
    let handled = 0;
    let rejoins = 0;
    const log = world.openLog({
      tuning: { sessionTimeoutMs: 1_000, heartbeatMs: 100 },
      onAssigned: () => {
        if (handled > 0) rejoins += 1;
      },
    });
    await log.startRelay();
    await appendAll(world.store, log, someEvents(3, 1));
    const consumer = await consume(log, async () => {
      handled += 1;
      if (handled === 1) await pause(2_500);
    });
    await consumer.drained();
    expect({ handled, rejoins }).toEqual({ handled: 3, rejoins: 0 });
  });

  it('lose their partitions when a handler hangs, and what the hung one does later is done once', async () => {
    const tuning = { sessionTimeoutMs: 1_000, heartbeatMs: 100, rebalanceTimeoutMs: 1_500, longestHandlingMs: 300 };
    const hung = world.openLog({ tuning });
    const healthy = world.openLog({ tuning });
    await hung.startRelay();
    const events = someEvents(6, 1);
    await appendAll(world.store, hung, events);
    const reached = createGate();
    const release = createGate();
    await consume(hung, async (id) => {
      if (id !== 'e2') return;
      reached.open();
      await release.opened;
    });
    await reached.opened;
    const other = await consume(healthy);
    await other.drained();
    expectOnceInOrder(await effects.kept(), events);
    release.open();
    await hung.close();
    expectOnceInOrder(await effects.kept(), events);
  });

  it('give up a retry at once when the process stops, and leave the record to the next member', async () => {
    const log = world.openLog();
    await log.startRelay();
    await appendAll(world.store, log, someEvents(2, 1));
    const failing = createGate();
    const first = await consume(log, async () => {
      failing.open();
      throw new Error('not yet');
    });
    await failing.opened;
    const before = performance.now();
    await first.stop();
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await effects.kept()).toEqual([]);
    await (await consume(log)).drained();
    expect(await effects.kept()).toEqual(['e0', 'e1']);
  });

  it('tell their process when they end for good', async () => {
    const crashed = createGate();
    const crashes: string[] = [];
    const log = world.openLog({
      onRetry: () => {
        throw new TypeError('an observer with a bug');
      },
      onCrash: ({ group }) => {
        crashes.push(group);
        crashed.open();
      },
    });
    await log.startRelay();
    await appendAll(world.store, log, someEvents(1, 1));
    const consumer = await consume(log, async () => {
      throw new Error('fails');
    });
    await crashed.opened;
    expect(crashes).toEqual(['g']);
    await expect(consumer.drained()).rejects.toMatchObject({ code: 'kafka_consumer_crashed' });
    expect((await consumer.progress()).lag).toBe(1);
  });
});
