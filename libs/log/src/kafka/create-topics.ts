import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, ITopicConfig } from 'kafkajs';
import { ALL_TOPICS, deadLetterTopic, MAX_EVENT_BYTES } from '#events';
import { PARTITIONS } from '../partition-of.ts';
import { createClient } from './kafka-client.ts';
import { KafkaTopicsError, KafkaUnavailableError } from './kafka-errors.ts';
import { type KafkaSettings, topicOnCluster } from './kafka-settings.ts';

export interface TopicPlan {
  /** Copies of each partition; with 3, two must hold a record before it counts as written. Default 1. */
  readonly replication?: number;
  /** How long events stay on the brokers. The outbox keeps them in the store besides. Default 30 days. */
  readonly retentionMs?: number;
  /** How long dead letters stay. Default 365 days: a person must have had the time. */
  readonly deadLetterRetentionMs?: number;
}

const LED_ROUNDS = 100;
const LED_ROUND_MS = 100;
const DAY_MS = 86_400_000;
/** A batch of the relay with room for its headers. */
const MAX_BATCH_BYTES = 16 * MAX_EVENT_BYTES;

/**
 * Creates the topics that are missing, each with its dead-letter twin. Topics are never compacted: each event is a fact of
 * its own, and an older fact of the same key is no less true.
 * @returns names as on the cluster
 * @throws KafkaTopicsError when a topic exists with other partitions: its keys would land elsewhere and lose their order.
 * @throws KafkaUnavailableError when the cluster does not answer.
 */
export async function createTopics(
  settings: KafkaSettings,
  plan: TopicPlan = {},
): Promise<{ readonly created: readonly string[]; readonly existing: readonly string[] }> {
  return withAdmin(settings, async (admin) => {
    const present = new Set(await admin.listTopics());
    const wanted = topicsOf(settings, plan);
    const missing = wanted.filter(({ topic }) => !present.has(topic));
    if (missing.length > 0) {
      // Its own wait fails where a broker has not yet heard of the new topic.
      await admin.createTopics({ topics: missing, waitForLeaders: false });
      await untilLed(
        admin,
        missing.map(({ topic }) => topic),
      );
    }
    await requirePartitions(admin, settings);
    return {
      created: missing.map(({ topic }) => topic),
      existing: wanted.map(({ topic }) => topic).filter((topic) => present.has(topic)),
    };
  });
}

/**
 * Fails before the first event does when the topics are not as {@link createTopics} makes them.
 * @throws KafkaTopicsError or KafkaUnavailableError
 */
export async function requireTopics(settings: KafkaSettings): Promise<void> {
  await withAdmin(settings, (admin) => requirePartitions(admin, settings));
}

/** Every topic with its partitions and settings, as {@link createTopics} makes it where it is missing. */
export function topicsOf(settings: KafkaSettings, plan: TopicPlan): ITopicConfig[] {
  const { replication = 1, retentionMs = 30 * DAY_MS, deadLetterRetentionMs = 365 * DAY_MS } = plan;
  const topic = (name: string, kept: number): ITopicConfig => ({
    topic: name,
    numPartitions: PARTITIONS,
    replicationFactor: replication,
    configEntries: [
      { name: 'cleanup.policy', value: 'delete' },
      { name: 'retention.ms', value: String(kept) },
      { name: 'min.insync.replicas', value: String(replication > 2 ? 2 : 1) },
      { name: 'unclean.leader.election.enable', value: 'false' },
      { name: 'max.message.bytes', value: String(MAX_BATCH_BYTES) },
    ],
  });
  return ALL_TOPICS.flatMap((name) => [
    topic(topicOnCluster(settings, name), retentionMs),
    topic(topicOnCluster(settings, deadLetterTopic(name)), deadLetterRetentionMs),
  ]);
}

/** Gives up in silence: what uses the topics finds out by itself, and retries. */
async function untilLed(admin: Admin, names: string[]): Promise<void> {
  for (let round = 0; round < LED_ROUNDS; round += 1) {
    const seen = await admin.fetchTopicMetadata({ topics: names }).catch(() => undefined);
    if (seen?.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0))) return;
    await pause(LED_ROUND_MS);
  }
}

async function requirePartitions(admin: Admin, settings: KafkaSettings): Promise<void> {
  const present = new Set(await admin.listTopics());
  const names = topicsOf(settings, {}).map(({ topic }) => topic);
  const missing = names.filter((name) => !present.has(name));
  if (missing.length > 0)
    throw new KafkaTopicsError(`topics are missing: ${missing.join(', ')}; run \`redline topics\``);
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  const wrong = topics.filter(({ partitions }) => partitions.length !== PARTITIONS);
  if (wrong.length === 0) return;
  const found = wrong.map(({ name, partitions }) => `${name} has ${partitions.length}`).join(', ');
  throw new KafkaTopicsError(`topics must have ${PARTITIONS} partitions: ${found}`);
}

async function withAdmin<Result>(settings: KafkaSettings, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = createClient(settings, 'admin').admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (cause) {
    if (cause instanceof KafkaTopicsError) throw cause;
    throw new KafkaUnavailableError(`Kafka at ${settings.brokers.join(', ')} does not answer`, { cause });
  } finally {
    await admin.disconnect();
  }
}
