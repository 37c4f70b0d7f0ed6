import type { RedlineEvent, Topic } from '#events';
import type { Session } from '#store';

/** One event as a consumer meets it. Offsets are strings and opaque: Kafka's and the embedded log's differ. */
export interface LogRecord {
  readonly topic: Topic;
  readonly partition: number;
  readonly offset: string;
  /** Events of one key reach a group in the order they were appended. */
  readonly key: string;
  /** Place in the outbox, whatever transport carried it: a subscription hears only positions after its own. */
  readonly position: number;
  readonly event: RedlineEvent;
}

/** Writes what applying a record means. Runs in the transaction that also records it as seen. */
export type Effect = (tx: Session) => Promise<void>;

/** Writes what applying records means, but for those that the group has applied before: `isNew` has one answer a record. */
export type RunEffect = (tx: Session, isNew: readonly boolean[]) => Promise<void>;

export interface Subscription {
  /** Each group sees every record of its topics at least once, and its effects happen exactly once. */
  readonly group: string;
  readonly topics: readonly Topic[];
  /**
   * Works out what a record means: may read, compute and take time, must not write or speak to the outside. What it
   * throws is answered by {@link dispositionOf}: retry, or dead letter with the key parked behind it.
   */
  handle(record: LogRecord): Promise<Effect>;
  /** Records that may be applied in one transaction: one commit instead of many. Absent: each by itself. */
  readonly together?: Together;
}

/** A run of records of one partition, applied or not applied as one. */
export interface Together {
  readonly most: number;
  /** True when handling a record needs no effect of an earlier one of its key; else the keys of a run differ. */
  readonly sameKey: boolean;
  /** True for a record whose handling needs the effect of whatever came before it: it is applied by itself. */
  readonly byItself?: (record: LogRecord) => boolean;
  /** Works out a whole run as {@link Subscription.handle} would record by record, with fewer statements. Absent: one by one. */
  handle?(records: readonly LogRecord[]): Promise<RunEffect>;
}

/** How far a group has come. A consumer that hangs keeps its lag while `lastProgressAt` stands still. */
export interface Progress {
  readonly group: string;
  /** Records appended to its topics and not yet applied. */
  readonly lag: number;
  readonly lastProgressAt: string | undefined;
  readonly deadLetters: number;
}

export interface Consumer {
  progress(): Promise<Progress>;
  /** Resolves once every record appended before the call is applied or parked. */
  drained(): Promise<void>;
  /** Finishes the record in hand, then stops. */
  stop(): Promise<void>;
}

/** The one log of Redline. Producers append in the transaction of their state; groups consume at their own pace. */
export interface EventLog {
  /** Appends in the caller's transaction: kept with its state, or not at all. An event id known to its topic is ignored. */
  append(tx: Session, topic: Topic, events: readonly RedlineEvent[]): Promise<void>;
  consume(subscription: Subscription): Promise<Consumer>;
  /** Position of the newest event appended so far; 0 for an empty log. */
  headPosition(session: Session): Promise<number>;
}
