import { createHash } from 'node:crypto';

/** Partitions a topic. More than cores of the largest machine we plan for; changing it later reorders keys. */
export const PARTITIONS = 6;

/** The same key always lands on the same partition, on every transport. */
export function partitionOf(key: string, partitions: number = PARTITIONS): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % partitions;
}
