import type { KafkaMessage, Producer } from 'kafkajs';
import { deadLetterTopic, type Topic } from '#events';
import { explicitPartition } from './explicit-partition.ts';
import { CLIENT_RETRY, createClient } from './kafka-client.ts';
import { type KafkaSettings, topicOnCluster } from './kafka-settings.ts';

export interface DeadMessage {
  readonly group: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly message: KafkaMessage;
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
}

/**
 * Copies what a group set aside to the topic's dead-letter twin, for those who watch Kafka. The table `dead_letters` stays
 * the authority: it is written with the group's place in one transaction, and it is what parks the key. Copies come at
 * least once. What is no event at all has its only trace here.
 */
export interface DeadLetterTopic {
  copy(dead: DeadMessage): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_REASON_CHARS = 1_000;

/** Connects at the first dead letter: most processes never see one. */
export function createDeadLetterTopic(settings: KafkaSettings): DeadLetterTopic {
  let connecting: Promise<Producer> | undefined;
  const connect = async (): Promise<Producer> => {
    const producer = createClient(settings, 'dead-letters').producer({
      allowAutoTopicCreation: false,
      retry: CLIENT_RETRY,
      createPartitioner: explicitPartition,
    });
    await producer.connect();
    return producer;
  };
  return {
    copy: async (dead) => {
      connecting ??= connect();
      try {
        const producer = await connecting;
        const topic = topicOnCluster(settings, deadLetterTopic(dead.topic));
        await producer.send({ topic, acks: -1, messages: [deadMessage(dead)] });
      } catch (error) {
        connecting = undefined;
        throw error;
      }
    },
    close: async () => {
      const producer = await connecting?.catch(() => undefined);
      await producer?.disconnect();
    },
  };
}

/** The message as it was, with why and where from beside its own headers. */
function deadMessage({ group, partition, message, code, reason, attempts }: DeadMessage) {
  return {
    key: message.key,
    value: message.value,
    partition,
    headers: {
      ...message.headers,
      'x-redline-group': group,
      'x-redline-code': code,
      'x-redline-reason': reason.slice(0, LONGEST_REASON_CHARS),
      'x-redline-attempts': String(attempts),
      'x-redline-partition': String(partition),
      'x-redline-offset': message.offset,
    },
  };
}
