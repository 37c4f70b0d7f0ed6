import { Kafka, logLevel, type TopicMessages } from 'kafkajs';
import { explicitPartition } from '../../libs/log/src/kafka/explicit-partition.ts';
import type { KafkaSettings } from '../../libs/log/src/kafka/kafka-settings.ts';
import { mendRequestQueue } from '../../libs/log/src/kafka/mend-request-queue.ts';
import { firstThatFit, messagesByTopic } from '../../libs/log/src/kafka/relay-batch.ts';
import type { OutboxRow } from '../../libs/log/src/outbox/outbox-rows.ts';

/** How a bare loop treats its messages: many to a request, or each by itself with its offset committed, as an effect needs. */
export type Handling = { readonly perRequest: number; readonly commitEach: boolean };

/**
 * Produces the rows as Redline's relay would and consumes them, with no store and no effect at all.
 * @returns seconds until the last was consumed
 */
export async function bareKafkaLoop(
  settings: KafkaSettings,
  rows: readonly OutboxRow[],
  { perRequest, commitEach }: Handling,
): Promise<number> {
  mendRequestQueue();
  const kafka = new Kafka({ brokers: [...settings.brokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: explicitPartition });
  const consumer = kafka.consumer({ groupId: `${settings.prefix}bare`, maxWaitTimeInMs: 250 });
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: messagesByTopic(settings, rows).map(({ topic }) => topic), fromBeginning: true });
  const { promise: consumed, resolve: done } = Promise.withResolvers<void>();
  let received = 0;
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.run({
    autoCommit: !commitEach,
    partitionsConsumedConcurrently: 3,
    eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary, uncommittedOffsets, heartbeat }) => {
      for (const message of batch.messages) {
        resolveOffset(message.offset);
        if (commitEach) await commitOffsetsIfNecessary(uncommittedOffsets());
        await heartbeat();
        received += 1;
      }
      if (received >= rows.length) done();
    },
  });
  await joined;
  const began = performance.now();
  for (let from = 0; from < rows.length; ) {
    const some = firstThatFit(rows.slice(from, from + perRequest));
    await producer.sendBatch({ acks: -1, topicMessages: messagesByTopic(settings, some) satisfies TopicMessages[] });
    from += some.length;
  }
  await consumed;
  const seconds = (performance.now() - began) / 1000;
  await consumer.disconnect();
  await producer.disconnect();
  return seconds;
}
