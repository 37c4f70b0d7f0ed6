import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import type { Topic } from '#events';
import { type Applied, type Applying, setAside } from '../applying/apply-record.ts';
import { applyTogether } from '../applying/apply-together.ts';
import { settleRecord } from '../applying/settle-record.ts';
import type { LogRecord } from '../event-log.ts';
import { fromMessage, type Met } from './cloud-event-binding.ts';
import type { DeadLetterTopic } from './dead-letter-topic.ts';
import type { KafkaLogPorts } from './kafka-ports.ts';

/** What one consumer applies messages with. */
export interface MessageApplying {
  readonly applying: Applying;
  readonly ports: KafkaLogPorts;
  readonly deadLetters: DeadLetterTopic;
}

/** A message with what it says to us. */
export interface ReadMessage {
  readonly message: KafkaMessage;
  readonly met: Met;
  readonly record?: LogRecord;
}

type Place = { readonly topic: Topic; readonly partition: number };

/** Reads a message of any producer. Never throws. */
export function readMessage(topic: Topic, partition: number, message: KafkaMessage): ReadMessage {
  const met = fromMessage(topic, partition, message);
  return met.kind === 'record' ? { message, met, record: met.record } : { message, met };
}

/**
 * Brings a run of messages to its end: together where that works, else one after the other.
 * @returns those that are settled, in order; fewer than given when `signal` ended the work first.
 * @throws whatever the dead-letter topic throws: the message comes again and is copied then.
 */
export async function settleRun(
  consumer: MessageApplying,
  at: Place,
  run: readonly ReadMessage[],
  signal: AbortSignal,
): Promise<readonly KafkaMessage[]> {
  const records = run.flatMap(({ record }) => record ?? []);
  if (run.length > 1 && (await applyTogether(consumer.applying, records))) return run.map(({ message }) => message);
  const settled: KafkaMessage[] = [];
  for (const read of run) {
    if (signal.aborted || !(await settleMessage(consumer, at, read, signal))) break;
    settled.push(read.message);
  }
  return settled;
}

/** Applied, or set aside in the store and then copied to the dead-letter topic; false when `signal` came first. */
async function settleMessage(
  consumer: MessageApplying,
  at: Place,
  { message, met }: ReadMessage,
  signal: AbortSignal,
): Promise<boolean> {
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
