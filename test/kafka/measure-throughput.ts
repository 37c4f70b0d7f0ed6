import { Kafka, logLevel, type Message } from 'kafkajs';
import { TOPICS } from '#events';
import { partitionOf } from '#log';
import { toMessage } from '../../libs/log/src/kafka/cloud-event-binding.ts';
import { explicitPartition } from '../../libs/log/src/kafka/explicit-partition.ts';
import { mendRequestQueue } from '../../libs/log/src/kafka/mend-request-queue.ts';
import { startPostgres } from '../contract/postgres-server.ts';
import { appendAll, createEffects, expectOnceInOrder, someEvents } from './effects.ts';
import { createKafkaWorld, type KafkaWorld } from './kafka-world.ts';
import { startKafka } from './start-kafka.ts';

/*
 * How many events a second go from the outbox to a kept effect, beside a bare kafkajs loop of the same messages in the
 * same run. `node test/kafka/measure-throughput.ts [events]`
 */

const EVENTS = Number(process.argv[2] ?? 5_000);
const KEYS = 60;
const events = someEvents(EVENTS, KEYS);
const messages: readonly Message[] = events.map((event, index) =>
  toMessage({
    key: event.partitionkey,
    partition: partitionOf(event.partitionkey),
    position: index,
    body: JSON.stringify(event),
  }),
);

/** Produces and consumes with acknowledgement of all replicas and committed offsets; no store at all. */
async function bareLoop(world: KafkaWorld, perSend: number, commitEach: boolean): Promise<number> {
  mendRequestQueue();
  const kafka = new Kafka({ brokers: [...world.settings.brokers], logLevel: logLevel.NOTHING });
  const topic = `${world.settings.prefix}${TOPICS.alerts}`;
  const groupId = `${world.settings.prefix}bare-${perSend}-${commitEach}`;
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: explicitPartition });
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 250 });
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let received = 0;
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  await consumer.run({
    autoCommit: !commitEach,
    eachBatchAutoResolve: !commitEach,
    eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary, uncommittedOffsets, heartbeat }) => {
      for (const message of batch.messages) {
        received += 1;
        resolveOffset(message.offset);
        if (commitEach) await commitOffsetsIfNecessary(uncommittedOffsets());
        await heartbeat();
      }
      if (received >= EVENTS) done();
    },
  });
  const began = performance.now();
  for (let from = 0; from < messages.length; from += perSend) {
    await producer.send({ topic, acks: -1, messages: messages.slice(from, from + perSend) });
  }
  await all;
  const seconds = (performance.now() - began) / 1_000;
  await consumer.disconnect();
  await producer.disconnect();
  return EVENTS / seconds;
}

/** Appended one transaction each while relay and consumer run, as the services do. */
async function throughRedline(world: KafkaWorld, concurrency: number, perAppend: number): Promise<number> {
  const effects = await createEffects(world.store);
  const log = world.openLog({ tuning: { concurrency } });
  const consumer = await log.consume({
    group: 'measured',
    topics: [TOPICS.captures],
    handle: async (record) => effects.keep(record),
  });
  await log.startRelay();
  const began = performance.now();
  for (let from = 0; from < events.length; from += perAppend) {
    await appendAll(world.store, log, events.slice(from, from + perAppend));
  }
  await consumer.drained();
  const seconds = (performance.now() - began) / 1_000;
  expectOnceInOrder(await effects.kept(), events);
  await log.close();
  return EVENTS / seconds;
}

const cluster = await startKafka({ nodes: 1 });
const postgres = await startPostgres();
const measure = async (name: string, work: (world: KafkaWorld) => Promise<number>): Promise<void> => {
  const world = await createKafkaWorld(cluster.brokers, postgres);
  console.log(`${name}: ${Math.round(await work(world))} events a second`);
  await world.close();
};
try {
  await measure('bare kafkajs loop, 500 a request', (world) => bareLoop(world, 500, false));
  await measure('bare kafkajs loop, one a request, offset of each committed', (world) => bareLoop(world, 1, true));
  for (const concurrency of [1, 3, 6]) {
    await measure(`Redline, ${concurrency} partitions at once, 50 events a transaction`, (world) =>
      throughRedline(world, concurrency, 50),
    );
  }
  await measure('Redline, 3 partitions at once, one event a transaction', (world) => throughRedline(world, 3, 1));
} finally {
  await cluster.stop();
  await postgres.stop();
}
