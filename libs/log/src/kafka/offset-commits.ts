import type { TopicPartitionOffsetAndMetadata } from 'kafkajs';

/** Offsets that are settled and not yet committed. A commit that is lost only means a second reading: the inbox knows. */
export interface OffsetCommits {
  /** The message at `offset` is settled: the next one is where a reader would go on. */
  settled(topic: string, partition: number, offset: string): void;
  /** What is to be committed of one partition, which is then no longer pending here. */
  take(topic: string, partition: number): TopicPartitionOffsetAndMetadata | undefined;
  takeAll(): TopicPartitionOffsetAndMetadata[];
}

export function createOffsetCommits(): OffsetCommits {
  const pending = new Map<string, TopicPartitionOffsetAndMetadata>();
  const placeOf = (topic: string, partition: number) => `${topic}/${partition}`;
  return {
    settled: (topic, partition, offset) => {
      pending.set(placeOf(topic, partition), { topic, partition, offset: nextOffset(offset) });
    },
    take: (topic, partition) => {
      const taken = pending.get(placeOf(topic, partition));
      pending.delete(placeOf(topic, partition));
      return taken;
    },
    takeAll: () => {
      const all = [...pending.values()];
      pending.clear();
      return all;
    },
  };
}

/** A committed offset names the next message to read. Offsets are 64-bit: beyond what a number holds. */
export function nextOffset(offset: string): string {
  return String(BigInt(offset) + 1n);
}
