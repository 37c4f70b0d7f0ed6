import type { ICustomPartitioner } from 'kafkajs';

/**
 * Puts a message where it says. kafkajs leaves also a message's own `partition` to the partitioner: one that ignores it
 * sends every key elsewhere than {@link partitionOf} promises.
 * @throws Error for a message that names no partition: a programming error.
 */
export const explicitPartition: ICustomPartitioner =
  () =>
  ({ message: { partition }, topic }) => {
    if (partition === undefined) throw new Error(`a message for ${topic} names no partition`);
    return partition;
  };
