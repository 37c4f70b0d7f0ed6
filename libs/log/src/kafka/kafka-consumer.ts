import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer as KafkaJsConsumer } from 'kafkajs';
import type { Topic } from '#events';
import type { Store } from '#store';
import type { Applying } from '../applying/apply-record.ts';
import { deadLetterCount } from '../dead-letters.ts';
import type { Consumer, Subscription } from '../event-log.ts';
import { headPosition } from '../outbox/append.ts';
import { advancePosition } from '../outbox/positions.ts';
import { partitionOf } from '../partition-of.ts';
import { applyBatch, type BatchApplying } from './apply-batch.ts';
import type { DeadLetterTopic } from './dead-letter-topic.ts';
import { countUnapplied, placeOf } from './group-places.ts';
import { CLIENT_RETRY, createClient } from './kafka-client.ts';
import { KafkaConsumerCrashedError, KafkaUnavailableError } from './kafka-errors.ts';
import type { KafkaLogPorts, KafkaTuning } from './kafka-ports.ts';
import { type KafkaSettings, topicOnCluster } from './kafka-settings.ts';
import { createOffsetCommits } from './offset-commits.ts';

export interface KafkaConsumerContext {
  readonly store: Store;
  readonly settings: KafkaSettings;
  readonly ports: KafkaLogPorts;
  readonly tuning: KafkaTuning;
  readonly deadLetters: DeadLetterTopic;
}

const FETCH_WAIT_MS = 250;
const DRAIN_POLL_MS = 20;
const COMMIT_EVERY_MS = 1_000;

/**
 * Joins the group and applies its messages.
 * @throws KafkaUnavailableError when the cluster cannot be joined now.
 */
export async function startKafkaConsumer(context: KafkaConsumerContext, subscription: Subscription): Promise<Consumer> {
  const { store, ports } = context;
  const { group, topics } = subscription;
  const stopped = new AbortController();
  let crash: Error | undefined;
  let lastProgressAt: string | undefined;
  const commits = createOffsetCommits();
  const batch: BatchApplying = {
    ...context,
    commits,
    applying: applyingOf(store, subscription),
    stopped: stopped.signal,
    onSettled: () => {
      lastProgressAt = ports.now().toISOString();
    },
  };
  const member = joinAs(context, group, stopped.signal);
  member.on('consumer.crash', ({ payload }) => {
    if (payload.restart || stopped.signal.aborted) return;
    crash = payload.error;
    ports.onCrash?.({ group, error: payload.error });
  });
  member.on('consumer.group_join', ({ payload }) => {
    // What is pending may be another member's by now: committing it would send that member back.
    commits.takeAll();
    ports.onAssigned?.({ group, partitions: payload.memberAssignment });
  });
  await run(member, context, batch, topics);
  const commit = async (): Promise<void> => {
    const offsets = commits.takeAll();
    // A group that is being rebalanced refuses: the messages are read a second time then.
    if (offsets.length > 0) await member.commitOffsets(offsets).catch(() => undefined);
  };
  const committing = setInterval(() => void commit(), COMMIT_EVERY_MS);

  return {
    progress: async () => ({
      group,
      lag: await countUnapplied(store.session, group, topics),
      lastProgressAt,
      deadLetters: await deadLetterCount(store.session, group),
    }),
    drained: async () => {
      const head = await headPosition(store.session);
      while (!stopped.signal.aborted && (await countUnapplied(store.session, group, topics, head)) > 0) {
        if (crash) throw new KafkaConsumerCrashedError(`consumer of ${group} ended`, { cause: crash });
        await pause(DRAIN_POLL_MS);
      }
    },
    stop: async () => {
      clearInterval(committing);
      stopped.abort();
      await commit();
      await member.disconnect();
    },
  };
}

/** The group's place is kept a partition, because the records of one partition alone come in order. */
function applyingOf(store: Store, subscription: Subscription): Applying {
  return {
    store,
    subscription,
    keepPlace: (tx, { topic, key, position }) =>
      advancePosition(tx, placeOf(subscription.group, topic, partitionOf(key)), position),
  };
}

function joinAs({ settings, tuning }: KafkaConsumerContext, group: string, stopped: AbortSignal): KafkaJsConsumer {
  return createClient(settings, group).consumer({
    groupId: `${settings.prefix ?? ''}${group}`,
    sessionTimeout: tuning.sessionTimeoutMs,
    heartbeatInterval: tuning.heartbeatMs,
    rebalanceTimeout: tuning.rebalanceTimeoutMs,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    allowAutoTopicCreation: false,
    // A crash that falls into the stop would otherwise bring the consumer back after it.
    retry: { ...CLIENT_RETRY, restartOnFailure: async () => !stopped.aborted },
  });
}

async function run(
  member: KafkaJsConsumer,
  { settings, tuning }: KafkaConsumerContext,
  batch: BatchApplying,
  topics: readonly Topic[],
): Promise<void> {
  const topicByName = new Map(topics.map((topic) => [topicOnCluster(settings, topic), topic]));
  try {
    await member.connect();
    // A group that is new, or whose offsets the brokers forgot, starts at the oldest event; the inbox knows the rest.
    await member.subscribe({ topics: [...topicByName.keys()], fromBeginning: true });
    await member.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: tuning.concurrency,
      eachBatch: async (payload) => {
        const topic = topicByName.get(payload.batch.topic);
        if (topic) await applyBatch(batch, topic, payload);
      },
    });
  } catch (cause) {
    await member.disconnect().catch(() => undefined);
    throw new KafkaUnavailableError(`cannot join the group ${batch.applying.subscription.group}`, { cause });
  }
}
