import type { EachBatchPayload } from 'kafkajs';
import type { Topic } from '#events';
import { firstRun } from '../applying/first-run.ts';
import type { KafkaTuning } from './kafka-ports.ts';
import { startPulse } from './pulse.ts';
import { type MessageApplying, readMessage, settleRun } from './settle-message.ts';

export interface BatchApplying extends MessageApplying {
  readonly tuning: KafkaTuning;
  /** Aborted when the process wants this consumer to end. */
  readonly stopped: AbortSignal;
  readonly onSettled: () => void;
}

/** Offsets are committed so often at least, and at the end of each batch. A lost commit only means a second reading. */
const COMMIT_EVERY_MS = 1_000;

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
  const commit = createCommit(payload);
  const signal = AbortSignal.any([pulse.signal, consumer.stopped]);
  try {
    const { partition, messages } = payload.batch;
    const met = messages.map((message) => readMessage(topic, partition, message));
    for (let rest = met; rest.length > 0; ) {
      if (signal.aborted || !payload.isRunning() || payload.isStale()) break;
      pulse.nextRecord();
      const run = firstRun(rest, consumer.applying.subscription.together);
      const settled = await settleRun(consumer, { topic, partition }, run, signal);
      for (const { offset } of settled) {
        payload.resolveOffset(offset);
        commit.settled(offset);
        consumer.onSettled();
      }
      if (settled.length < run.length) break;
      rest = rest.slice(run.length);
      await commit.whenDue();
      await payload.heartbeat();
    }
    pulse.signal.throwIfAborted();
  } catch (error) {
    await commit.now().catch(() => undefined);
    throw error;
  } finally {
    pulse.stop();
  }
  await commit.now();
}

/**
 * Commits what is settled and nothing else. Through the payload, with offsets named: without arguments kafkajs commits
 * nothing when autoCommit is off, and `consumer.commitOffsets` does nothing once the consumer stops.
 */
function createCommit({ batch: { topic, partition }, commitOffsetsIfNecessary }: EachBatchPayload) {
  let settled: string | undefined;
  let committedAt = performance.now();
  const now = async (): Promise<void> => {
    if (settled === undefined) return;
    await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: nextOffset(settled) }] }] });
    settled = undefined;
    committedAt = performance.now();
  };
  return {
    settled: (offset: string) => {
      settled = offset;
    },
    whenDue: async () => {
      if (performance.now() - committedAt >= COMMIT_EVERY_MS) await now();
    },
    now,
  };
}

/** A committed offset names the next message to read. Offsets are 64-bit: beyond what a number holds. */
export function nextOffset(offset: string): string {
  return String(BigInt(offset) + 1n);
}
