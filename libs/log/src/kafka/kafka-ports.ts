import type { Topic } from '#events';
import type { ConsumerPorts } from '../consumer-ports.ts';

/** The clock, and whom to tell what happens on the way through Kafka. */
export interface KafkaLogPorts extends ConsumerPorts {
  /** A consumer ended for good and will not come back: the process should end, so that its supervisor starts another. */
  readonly onCrash?: (crash: { group: string; error: Error }) => void;
  /** After each rebalance: the partitions this member now reads. */
  readonly onAssigned?: (assigned: { group: string; partitions: Readonly<Record<string, readonly number[]>> }) => void;
  /** The relay lost its broker or its lease; it tries again within a second. */
  readonly onRelayFailure?: (error: unknown) => void;
  /** A message that is no event of ours. It went to the dead-letter topic. */
  readonly onUnreadable?: (message: {
    group: string;
    topic: Topic;
    partition: number;
    offset: string;
    because: string;
  }) => void;
}

/** How a consumer lives in its group. */
export interface KafkaTuning {
  /** A member that is silent for so long loses its partitions. Default 30 s. */
  readonly sessionTimeoutMs: number;
  /** Default 3 s; below a third of the session timeout. */
  readonly heartbeatMs: number;
  /** How long a rebalance waits for members that finish a record. Default 60 s. */
  readonly rebalanceTimeoutMs: number;
  /** A record that takes longer counts as hung: its member falls silent. Default 5 minutes. */
  readonly longestHandlingMs: number;
  /** Partitions that one consumer works on side by side. Default 3. */
  readonly concurrency: number;
}

export const DEFAULT_TUNING: KafkaTuning = {
  sessionTimeoutMs: 30_000,
  heartbeatMs: 3_000,
  rebalanceTimeoutMs: 60_000,
  longestHandlingMs: 300_000,
  concurrency: 3,
};
