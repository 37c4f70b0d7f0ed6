import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { RedlineError } from '#domain';
import { TOPICS } from '#events';
import { type KafkaLog, listDeadLetters, partitionOf } from '#log';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { anEvent, appendAll, createEffects, type Effects } from './effects.ts';
import { createKafkaWorld, type KafkaWorld } from './kafka-world.ts';

const brokers = [...inject('kafkaBrokers')];

class PoisonError extends RedlineError {
  readonly code = 'poison';
  readonly retriable = false;
}

describe.skipIf(brokers.length === 0)('what cannot be applied, on Kafka', () => {
  let postgres: PostgresServer;
  let world: KafkaWorld;
  let effects: Effects;
  let log: KafkaLog;
  const unreadable: string[] = [];
  const kafka = new Kafka({ brokers, clientId: 'stranger', logLevel: logLevel.NOTHING });
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    world = await createKafkaWorld(brokers, postgres);
    effects = await createEffects(world.store);
    unreadable.length = 0;
    log = world.openLog({ onUnreadable: ({ because }) => unreadable.push(because) });
    await log.startRelay();
  });
  afterEach(() => world.close());

  const consume = () =>
    log.consume({
      group: 'g',
      topics: [TOPICS.captures],
      handle: async (record) => {
        if (record.event.id.startsWith('poison')) throw new PoisonError('cannot be applied');
        return effects.keep(record);
      },
    });
  const strangerSends = async (messages: readonly { key?: string; value: string | null; sequence?: string }[]) => {
    const producer = kafka.producer({ createPartitioner: () => () => partitionOf('k') });
    await producer.connect();
    await producer.send({
      topic: `${world.settings.prefix}${TOPICS.captures}`,
      messages: messages.map(({ key, value, sequence }) => ({
        key: key ?? null,
        value,
        headers: sequence ? { ce_id: 'newer', ce_source: '/test', ce_sequence: sequence, ce_type: 'x' } : {},
      })),
    });
    await producer.disconnect();
  };
  const readDeadLetterTopic = async (count: number): Promise<readonly KafkaMessage[]> => {
    const consumer = kafka.consumer({ groupId: `${world.settings.prefix}reader`, maxWaitTimeInMs: 100 });
    const messages: KafkaMessage[] = [];
    await consumer.connect();
    await consumer.subscribe({
      topics: [`${world.settings.prefix}${TOPICS.captures}.dead-letters`],
      fromBeginning: true,
    });
    await consumer.run({ eachMessage: async ({ message }) => void messages.push(message) });
    await vi.waitFor(() => expect(messages).toHaveLength(count), { timeout: 20_000 });
    await consumer.disconnect();
    return messages;
  };

  it('parks the key in order and copies what was parked to the dead-letter topic, as it was', async () => {
    const events = [anEvent('poison', 'k'), anEvent('other', 'other'), anEvent('behind', 'k')];
    await appendAll(world.store, log, events);
    const consumer = await consume();
    await consumer.drained();
    expect(await effects.kept()).toEqual(['other']);
    const letters = await listDeadLetters(world.store.session, 'g');
    expect(letters.map(({ eventId, code }) => [eventId, code])).toEqual([
      ['poison', 'poison'],
      ['behind', 'key_parked'],
    ]);
    const copies = await readDeadLetterTopic(2);
    expect(copies.map(({ headers }) => [String(headers?.ce_id), String(headers?.['x-redline-code'])])).toEqual([
      ['poison', 'poison'],
      ['behind', 'key_parked'],
    ]);
    expect(JSON.parse(String(copies[0]?.value))).toEqual(events[0]?.data);
  });

  it('passes by what is no event at all, and leaves its bytes in the dead-letter topic', async () => {
    await strangerSends([{ value: '<script>alert(1)</script>' }, { key: 'k', value: null }]);
    await appendAll(world.store, log, [anEvent('after', 'k')]);
    const consumer = await consume();
    await consumer.drained();
    expect(await effects.kept()).toEqual(['after']);
    expect(unreadable).toHaveLength(2);
    expect(await listDeadLetters(world.store.session)).toEqual([]);
    const copies = await readDeadLetterTopic(2);
    expect(copies.map(({ value }) => value && String(value))).toEqual(['<script>alert(1)</script>', null]);
  });

  it('parks the key of an event that only a newer version can read', async () => {
    await strangerSends([{ key: 'k', value: '{"newer":true}', sequence: '0000000000000000' }]);
    await appendAll(world.store, log, [anEvent('after', 'k'), anEvent('other', 'other')]);
    const consumer = await consume();
    await consumer.drained();
    expect(await effects.kept()).toEqual(['other']);
    expect((await listDeadLetters(world.store.session)).map(({ eventId, code }) => [eventId, code])).toEqual([
      ['newer', 'unreadable'],
      ['after', 'key_parked'],
    ]);
  });
});
