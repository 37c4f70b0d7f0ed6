import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { MAX_EVENT_BYTES, RedlineEvent, type Topic } from '#events';
import type { Parkable } from '../dead-letters.ts';
import type { LogRecord } from '../event-log.ts';
import type { OutboxRow } from '../outbox/outbox-rows.ts';

const PREFIX = 'ce_';
/** `sequence` extension of CloudEvents: compared as text, hence padded to the digits of 2^53. */
const SEQUENCE = 'sequence';
const SEQUENCE_DIGITS = 16;

/**
 * A row of the outbox as a Kafka message: CloudEvents Kafka protocol binding 1.0.2, binary mode. Attributes travel as
 * `ce_` headers, the data alone is the value.
 * @throws Error when the row's body is not the JSON of an event: the outbox itself is damaged.
 */
export function toMessage(row: Pick<OutboxRow, 'key' | 'partition' | 'position' | 'body'>): Message {
  const { data, datacontenttype, ...attributes } = parseBody(row.body);
  const headers: IHeaders = { 'content-type': String(datacontenttype) };
  for (const [name, value] of Object.entries(attributes)) headers[PREFIX + name] = String(value);
  headers[PREFIX + SEQUENCE] = String(row.position).padStart(SEQUENCE_DIGITS, '0');
  return { key: row.key, partition: row.partition, headers, value: JSON.stringify(data) };
}

function parseBody(body: string): Readonly<Record<string, unknown>> {
  return JSON.parse(body) as Record<string, unknown>;
}

/** A message as we meet it. What is not an event of ours may still tell which key it stands in the way of. */
export type Met =
  | { readonly kind: 'record'; readonly record: LogRecord }
  | { readonly kind: 'unreadable'; readonly because: string; readonly parkable: Parkable | undefined };

/** Reads a message of any producer. Never throws. */
export function fromMessage(topic: Topic, partition: number, message: KafkaMessage): Met {
  const { sequence, ...attributes } = attributesOf(message.headers ?? {});
  const position = sequence !== undefined && /^\d{1,16}$/.test(sequence) ? Number(sequence) : undefined;
  const key = message.key?.toString('utf8');
  const { id, source } = attributes;
  const parkable =
    position !== undefined && key !== undefined && id !== undefined && source !== undefined
      ? { topic, key, position, event: { id, source } }
      : undefined;
  const unreadable = (because: string): Met => ({ kind: 'unreadable', because, parkable });
  if (!parkable) return unreadable('no key, ce_id, ce_source or ce_sequence');
  if (!message.value) return unreadable('no data');
  if (message.value.byteLength > MAX_EVENT_BYTES) return unreadable(`more than ${MAX_EVENT_BYTES} bytes`);
  const event = RedlineEvent.safeParse({ ...attributes, data: parseData(message.value) });
  if (!event.success) return unreadable(event.error.issues[0]?.message ?? 'not an event of Redline');
  if (event.data.partitionkey !== key) return unreadable('the record key is not the partition key');
  const record = { topic, partition, offset: message.offset, key, position: parkable.position, event: event.data };
  return { kind: 'record', record };
}

function attributesOf(headers: IHeaders): Record<string, string | undefined> {
  const attributes: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? undefined : value?.toString();
    if (name === 'content-type') attributes.datacontenttype = text;
    else if (name.startsWith(PREFIX)) attributes[name.slice(PREFIX.length)] = text;
  }
  return attributes;
}

function parseData(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    return undefined;
  }
}
