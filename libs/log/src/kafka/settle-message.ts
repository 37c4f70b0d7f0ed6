import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import type { Topic } from '#events';
import { type Applied, type Applying, setAside } from '../applying/apply-record.ts';
import { settleRecord } from '../applying/settle-record.ts';
import { fromMessage, type Met } from './cloud-event-binding.ts';
import type { DeadLetterTopic } from './dead-letter-topic.ts';
import type { KafkaLogPorts } from './kafka-ports.ts';

/** What one consumer applies messages with. */
export interface MessageApplying {
  readonly applying: Applying;
  readonly ports: KafkaLogPorts;
  readonly deadLetters: DeadLetterTopic;
}

/**
 * Brings one message to its end: applied, or set aside in the store and then copied to the dead-letter topic.
 * @returns false when `signal` ended the work first: the message is as if it had never been read.
 * @throws whatever the dead-letter topic throws: the message comes again and is copied then.
 */
export async function settleMessage(
  consumer: MessageApplying,
  at: { readonly topic: Topic; readonly partition: number },
  message: KafkaMessage,
  signal: AbortSignal,
): Promise<boolean> {
  const met = fromMessage(at.topic, at.partition, message);
  const settled =
    met.kind === 'record'
      ? await settleRecord(consumer.applying, met.record, consumer.ports, {
          sleep: async (ms) => {
            await pause(ms, undefined, { signal }).catch(() => undefined);
          },
          cancelled: () => signal.aborted,
        })
      : await settleUnreadable(consumer, at, message, met);
  if (settled.kind === 'set_aside') {
    const { code, reason, attempts } = settled;
    const { group } = consumer.applying.subscription;
    await consumer.deadLetters.copy({ group, ...at, message, code, reason, attempts });
  }
  return settled.kind !== 'abandoned';
}

/** Its key is parked where it has one: a later event of the key must not overtake one that a newer process could read. */
async function settleUnreadable(
  { applying, ports }: MessageApplying,
  at: { readonly topic: Topic; readonly partition: number },
  { offset }: KafkaMessage,
  { because, parkable }: Extract<Met, { kind: 'unreadable' }>,
): Promise<Applied> {
  const why = { code: 'unreadable', reason: because, attempts: 1 };
  const settled: Applied = parkable
    ? await setAside(applying, parkable, why, ports.now())
    : { kind: 'set_aside', ...why };
  ports.onUnreadable?.({ group: applying.subscription.group, ...at, offset, because });
  return settled;
}
