import type { EachBatchPayload } from 'kafkajs';
import type { Topic } from '#events';
import { firstRun } from '../applying/first-run.ts';
import type { KafkaTuning } from './kafka-ports.ts';
import type { OffsetCommits } from './offset-commits.ts';
import { startPulse } from './pulse.ts';
import { type MessageApplying, readMessage, settleRun } from './settle-message.ts';

export interface BatchApplying extends MessageApplying {
  readonly tuning: KafkaTuning;
  /** Offsets of all partitions of this member: committed from time to time, not once a batch. */
  readonly commits: OffsetCommits;
  /** Aborted when the process wants this consumer to end. */
  readonly stopped: AbortSignal;
  readonly onSettled: () => void;
}

/**
 * Applies the messages of one partition in order. An early end (stop, rebalance, seek) leaves the rest unresolved, so that
 * they are read again, by this member or another. What was applied is committed before the partition is let go.
 * @throws what the group's coordinator answered, so that kafkajs joins the group again.
 */
export async function applyBatch(consumer: BatchApplying, topic: Topic, payload: EachBatchPayload): Promise<void> {
  await payload.heartbeat();
  const pulse = startPulse(payload.heartbeat, {
    everyMs: consumer.tuning.heartbeatMs,
    longestHandlingMs: consumer.tuning.longestHandlingMs,
  });
  const signal = AbortSignal.any([pulse.signal, consumer.stopped]);
  try {
    const { partition, messages } = payload.batch;
    const read = messages.map((message) => readMessage(topic, partition, message));
    for (let rest = read; rest.length > 0; ) {
      if (signal.aborted || !payload.isRunning() || payload.isStale()) break;
      pulse.nextRecord();
      const run = firstRun(rest, consumer.applying.subscription.together);
      const settled = await settleRun(consumer, { topic, partition }, run, signal);
      for (const { offset } of settled) {
        payload.resolveOffset(offset);
        consumer.commits.settled(payload.batch.topic, partition, offset);
        consumer.onSettled();
      }
      if (settled.length < run.length) break;
      rest = rest.slice(run.length);
      await payload.heartbeat();
    }
    pulse.signal.throwIfAborted();
  } catch (error) {
    await commit(consumer, payload).catch(() => undefined);
    throw error;
  } finally {
    pulse.stop();
  }
  if (signal.aborted || !payload.isRunning()) await commit(consumer, payload);
}

/**
 * Through the payload, with offsets named: without arguments kafkajs commits nothing when autoCommit is off, and
 * `consumer.commitOffsets` does nothing once the consumer stops.
 */
async function commit(
  { commits }: BatchApplying,
  { batch, commitOffsetsIfNecessary }: EachBatchPayload,
): Promise<void> {
  const { topic, partition } = batch;
  const settled = commits.take(topic, partition);
  if (settled) {
    await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: settled.offset }] }] });
  }
}
