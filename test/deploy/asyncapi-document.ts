import { z } from 'zod';
import {
  ALL_TOPICS,
  AlertRaised,
  CaptureRecorded,
  ChangeDetected,
  deadLetterTopic,
  SourceConditionChanged,
  TOPICS,
  type Topic,
} from '#events';
import type { Subscription } from '#log';
import { topicsOf } from '../../libs/log/src/kafka/create-topics.ts';

/** What stands on one topic, who puts it there and why one would read it. */
interface Told {
  readonly topic: Topic;
  readonly schema: typeof CaptureRecorded | typeof ChangeDetected | typeof AlertRaised | typeof SourceConditionChanged;
  readonly message: string;
  readonly senders: readonly string[];
  readonly key: string;
  readonly summary: string;
}

const TOLD: readonly Told[] = [
  {
    topic: TOPICS.captures,
    schema: CaptureRecorded,
    message: 'captureRecorded',
    senders: ['collector'],
    key: 'Source id.',
    summary: 'New bytes of a source were kept. The bytes stay in the store and are named by their sha256.',
  },
  {
    topic: TOPICS.changes,
    schema: ChangeDetected,
    message: 'changeDetected',
    senders: ['differ'],
    key: 'Source id.',
    summary: 'A typed change was found and stored; the API has the whole under its id.',
  },
  {
    topic: TOPICS.alerts,
    schema: AlertRaised,
    message: 'alertRaised',
    senders: ['notifier'],
    key: 'Subscription id.',
    summary: 'A change matters to one subscription. Ids and the score only: what a subscriber declared never travels.',
  },
  {
    topic: TOPICS.operator,
    schema: SourceConditionChanged,
    message: 'sourceConditionChanged',
    senders: ['collector', 'differ'],
    key: 'Source id.',
    summary: 'Something is wrong with a source, or is well again.',
  },
];

const KAFKA_BINDING_VERSION = '0.5.0';

/** Headers that a dead letter has beside its own. */
export const DEAD_LETTER_HEADERS = ['group', 'code', 'reason', 'attempts', 'partition', 'offset'].map(
  (name) => `x-redline-${name}`,
);

type Json = Readonly<Record<string, unknown>>;

/**
 * The topics as an AsyncAPI 3.0.0 document: made from the schemas, topic settings and subscriptions that the services
 * themselves use, so that it can only say what they do.
 */
export function asyncApiDocument(version: string, subscriptions: readonly Subscription[]): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Redline topics',
      version,
      description:
        'What crosses the services of Redline on Kafka: CloudEvents 1.0 in the binary mode of the Kafka protocol binding. ' +
        'Events of one key keep their order. Each comes at least once: its source and id together tell a repetition. ' +
        'Names may carry the prefix REDLINE_KAFKA_PREFIX.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(TOLD.flatMap((told) => [channelOf(told), deadLetterChannelOf(told)])),
    operations: operationsOf(subscriptions),
    components: { messages: { ...Object.fromEntries(TOLD.map(messageOf)), deadLetter: deadLetterMessage() } },
  };
}

/** `redline.captures` → `captures`. */
function channelName(topic: Topic): string {
  return topic.replace(/^redline\./, '');
}

function channelOf({ topic, message, summary }: Told): [string, Json] {
  const messages = { [message]: { $ref: `#/components/messages/${message}` } };
  return [channelName(topic), { address: topic, description: summary, messages, bindings: bindingsOf(topic) }];
}

function deadLetterChannelOf({ topic }: Told): [string, Json] {
  const address = deadLetterTopic(topic);
  return [
    `${channelName(topic)}DeadLetters`,
    {
      address,
      description: `What a group could not apply of ${topic}, and what waits behind it under the same key.`,
      messages: { deadLetter: { $ref: '#/components/messages/deadLetter' } },
      bindings: bindingsOf(address),
    },
  ];
}

function bindingsOf(address: string): Json {
  const made = topicsOf({ brokers: [], clientId: '' }, {}).find(({ topic }) => topic === address);
  const setting = (name: string) => made?.configEntries?.find((entry) => entry.name === name)?.value;
  return {
    kafka: {
      topic: address,
      partitions: made?.numPartitions,
      topicConfiguration: {
        'cleanup.policy': [setting('cleanup.policy')],
        'retention.ms': Number(setting('retention.ms')),
        'max.message.bytes': Number(setting('max.message.bytes')),
      },
      bindingVersion: KAFKA_BINDING_VERSION,
    },
  };
}

function operationsOf(subscriptions: readonly Subscription[]): Json {
  const sends = TOLD.flatMap((told) =>
    told.senders.map((sender) => [
      `${sender}.send.${told.message}`,
      { action: 'send', ...place(told), summary: `The ${sender} appends it in the transaction of its state.` },
    ]),
  );
  const receives = TOLD.flatMap((told) =>
    subscriptions
      .filter(({ topics }) => topics.includes(told.topic))
      .map(({ group }) => [
        `${group}.receive.${told.message}`,
        {
          action: 'receive',
          ...place(told),
          bindings: {
            kafka: { groupId: { type: 'string', enum: [group] }, bindingVersion: KAFKA_BINDING_VERSION },
          },
        },
      ]),
  );
  return Object.fromEntries([...sends, ...receives]);
}

function place({ topic, message }: Told): Json {
  const channel = `#/channels/${channelName(topic)}`;
  return { channel: { $ref: channel }, messages: [{ $ref: `${channel}/messages/${message}` }] };
}

function messageOf({ schema, message, key, summary }: Told): [string, Json] {
  const { data, ...attributes } = schema.shape;
  return [
    message,
    {
      name: attributes.type.value,
      summary,
      contentType: 'application/json',
      headers: headersOf(attributes),
      payload: jsonSchema(data),
      bindings: keyed(key),
    },
  ];
}

/** Attributes travel as `ce_` headers, the media type as `content-type`. Source: CloudEvents Kafka protocol binding, 3.2. */
function headersOf(attributes: z.core.$ZodLooseShape): Json {
  const { properties = {}, required = [] } = jsonSchema(z.object(attributes));
  const headerName = (name: string) => (name === 'datacontenttype' ? 'content-type' : `ce_${name}`);
  const named = Object.entries(properties).map(([name, property]) => [headerName(name), property]);
  const sequence = {
    type: 'string',
    pattern: '^\\d{16}$',
    description: 'Place in the order of all events of this installation, compared as text.',
  };
  return {
    type: 'object',
    properties: { ...Object.fromEntries(named), ce_sequence: sequence },
    required: [...required.map(headerName), 'ce_sequence'],
  };
}

function deadLetterMessage(): Json {
  return {
    name: 'deadLetter',
    summary: 'The message as it was, with why it was set aside and where it stood beside its own headers.',
    headers: {
      type: 'object',
      properties: Object.fromEntries(DEAD_LETTER_HEADERS.map((name) => [name, { type: 'string' }])),
      required: DEAD_LETTER_HEADERS,
    },
    bindings: keyed('As it was; a message of another producer may have none.'),
  };
}

function keyed(description: string): Json {
  return { kafka: { key: { type: 'string', description }, bindingVersion: KAFKA_BINDING_VERSION } };
}

/** AsyncAPI's own schemas are a superset of draft 7. */
function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return rest;
}

/** The topics that no message above speaks of: none, or the document is incomplete. */
export const UNTOLD = ALL_TOPICS.filter((topic) => !TOLD.some((told) => told.topic === topic));
