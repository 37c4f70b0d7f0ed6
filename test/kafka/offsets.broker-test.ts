import { Kafka, logLevel } from 'kafkajs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { TOPICS } from '#events';
import { partitionOf } from '#log';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import {
  anEvent,
  appendAll,
  createEffects,
  createGate,
  type Effects,
  expectOnceInOrder,
  someEvents,
} from './effects.ts';
import { createKafkaWorld, type KafkaWorld } from './kafka-world.ts';

const brokers = [...inject('kafkaBrokers')];

describe.skipIf(brokers.length === 0)('offsets on Kafka', () => {
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

  const kafka = new Kafka({ brokers, clientId: 'look', logLevel: logLevel.NOTHING });
  const committedOf = async (group: string, partition: number): Promise<string | undefined> => {
    const admin = kafka.admin();
    await admin.connect();
    try {
      const topic = `${world.settings.prefix}${TOPICS.captures}`;
      const [offsets] = await admin.fetchOffsets({ groupId: `${world.settings.prefix}${group}`, topics: [topic] });
      return offsets?.partitions.find((entry) => entry.partition === partition)?.offset;
    } finally {
      await admin.disconnect();
    }
  };

  it('commits the offset of the next message, not of the last', async () => {
    const log = world.openLog();
    await log.startRelay();
    await appendAll(world.store, log, someEvents(7, 1));
    const consumer = await log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => effects.keep(record),
    });
    await consumer.drained();
    await consumer.stop();
    expect(await committedOf('g', partitionOf('key-0'))).toBe('7');
  });

  it('leaves what a stop cut off to the next member, and commits what the stop let finish', async () => {
    const log = world.openLog();
    await log.startRelay();
    const events = someEvents(10, 1);
    await appendAll(world.store, log, events);
    const handled: string[] = [];
    const third = createGate();
    const release = createGate();
    const first = await log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => {
        handled.push(record.event.id);
        if (handled.length === 3) {
          third.open();
          await release.opened;
        }
        return effects.keep(record);
      },
    });
    await third.opened;
    const stopped = first.stop();
    release.open();
    await stopped;
    expect(await effects.kept()).toEqual(['e0', 'e1', 'e2']);
    expect(await committedOf('g', partitionOf('key-0'))).toBe('3');
    const second = await log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => {
        handled.push(record.event.id);
        return effects.keep(record);
      },
    });
    await second.drained();
    expectOnceInOrder(await effects.kept(), events);
    expect(handled).toEqual(events.map((event) => event.id));
  });

  it('shows that kafkajs commits nothing when asked to commit without offsets', async () => {
    const log = world.openLog();
    await log.startRelay();
    await appendAll(world.store, log, [anEvent('a', 'k')]);
    const committed: (string | undefined)[] = [];
    const done = createGate();
    const raw = new Kafka({ brokers, clientId: 'raw', logLevel: logLevel.NOTHING }).consumer({
      groupId: `${world.settings.prefix}raw`,
      maxWaitTimeInMs: 100,
    });
    await raw.connect();
    await raw.subscribe({ topics: [`${world.settings.prefix}${TOPICS.captures}`], fromBeginning: true });
    await raw.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary, uncommittedOffsets }) => {
        resolveOffset(batch.lastOffset());
        await commitOffsetsIfNecessary();
        committed.push(await committedOf('raw', batch.partition));
        await commitOffsetsIfNecessary(uncommittedOffsets());
        committed.push(await committedOf('raw', batch.partition));
        done.open();
      },
    });
    await done.opened;
    await raw.disconnect();
    expect(committed).toEqual(['-1', '1']);
  });

  it('reads history that is older than the group', async () => {
    const log = world.openLog();
    const relay = await log.startRelay();
    await appendAll(world.store, log, someEvents(5, 2));
    await vi.waitFor(
      async () => expect((await relay.progress()).shippedPosition).toBe(await log.headPosition(world.store.session)),
      { timeout: 20_000 },
    );
    const late = await log.consume({
      group: 'late',
      topics: [TOPICS.captures],
      handle: async (record) => effects.keep(record),
    });
    await late.drained();
    expectOnceInOrder(await effects.kept(), someEvents(5, 2));
  });

  it('keeps the timers of the client library quiet', async () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => warnings.push(warning.name);
    process.on('warning', listen);
    const log = world.openLog();
    await log.startRelay();
    await appendAll(world.store, log, someEvents(20, 4));
    const consumer = await log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => effects.keep(record),
    });
    await consumer.drained();
    await consumer.stop();
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });
});
