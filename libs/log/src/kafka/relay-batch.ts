import type { TopicMessages } from 'kafkajs';
import type { OutboxRow } from '../outbox/outbox-rows.ts';
import { toMessage } from './cloud-event-binding.ts';
import { type KafkaSettings, topicOnCluster } from './kafka-settings.ts';

/** Half of what a broker takes in one batch: headers repeat what the body says. */
const MOST_BYTES = 512 * 1024;

/** The longest run of rows from the first that fits one request; at least one row. */
export function firstThatFit(rows: readonly OutboxRow[], mostBytes: number = MOST_BYTES): readonly OutboxRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += Buffer.byteLength(row.body);
    return index > 0 && bytes > mostBytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** Rows by topic, in the order they came. */
export function messagesByTopic(settings: KafkaSettings, rows: readonly OutboxRow[]): TopicMessages[] {
  const byTopic = new Map<string, TopicMessages>();
  for (const row of rows) {
    const topic = topicOnCluster(settings, row.topic);
    const messages = byTopic.get(topic) ?? { topic, messages: [] };
    messages.messages.push(toMessage(row));
    byTopic.set(topic, messages);
  }
  return [...byTopic.values()];
}
