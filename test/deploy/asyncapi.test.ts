import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ALL_TOPICS, deadLetterTopic, makeEvent, type RedlineEvent } from '#events';
import { PARTITIONS, partitionOf } from '#log';
import { toMessage } from '../../libs/log/src/kafka/cloud-event-binding.ts';
import { DEAD_LETTER_HEADERS, UNTOLD } from './asyncapi-document.ts';
import { ASYNCAPI_FILE, asyncApiText } from './asyncapi-file.ts';
import { readText } from './deployment-files.ts';

const Reference = z.strictObject({ $ref: z.string() });
const Schema = z.looseObject({ type: z.string(), properties: z.record(z.string(), z.unknown()) });
const Bindings = z.strictObject({ kafka: z.looseObject({ bindingVersion: z.literal('0.5.0') }) });
const Channel = z.strictObject({
  address: z.string(),
  description: z.string(),
  messages: z.record(z.string(), Reference),
  bindings: z.strictObject({
    kafka: z.strictObject({
      topic: z.string(),
      partitions: z.number(),
      topicConfiguration: z.looseObject({ 'cleanup.policy': z.array(z.enum(['delete', 'compact'])) }),
      bindingVersion: z.literal('0.5.0'),
    }),
  }),
});
const Operation = z.strictObject({
  action: z.enum(['send', 'receive']),
  channel: Reference,
  messages: z.array(Reference).min(1),
  summary: z.string().optional(),
  bindings: Bindings.optional(),
});
const Message = z.strictObject({
  name: z.string(),
  summary: z.string(),
  contentType: z.literal('application/json').optional(),
  headers: Schema,
  payload: Schema.optional(),
  bindings: Bindings,
});

/** AsyncAPI 3.0.0, as far as this document uses it: nothing beside these names may stand in it. */
const Document = z.strictObject({
  asyncapi: z.literal('3.0.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string() }),
  }),
  defaultContentType: z.literal('application/json'),
  channels: z.record(z.string(), Channel),
  operations: z.record(z.string(), Operation),
  components: z.strictObject({ messages: z.record(z.string(), Message) }),
});

const text = readFileSync(ASYNCAPI_FILE, 'utf8');
const raw: unknown = parse(text);
const document = Document.parse(raw);

/** What a `$ref` points at inside the document; undefined when nothing is there. */
function resolve(reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), raw);
}

const TIME = '2026-01-01T00:00:00.000Z';
const about = { time: TIME, source: '/redline/test', correlation: 'c', partitionkey: 'us-csl' };
const EVENTS: readonly RedlineEvent[] = [
  makeEvent({
    ...about,
    type: 'redline.capture.recorded',
    id: 'a',
    data: { captureId: 'a', sourceId: 'us-csl', sha256: 'ab'.repeat(32), retrievedAt: TIME, baseline: false },
  }),
  makeEvent({
    ...about,
    type: 'redline.change.detected',
    id: 'b',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: {
      changeId: 'b',
      changeType: 'entity.added',
      sourceId: 'us-csl',
      instrumentId: 'US-EL',
      alerting: true,
      baseline: false,
    },
  }),
  makeEvent({
    ...about,
    type: 'redline.alert.raised',
    id: 'c',
    data: { alertId: 'c', changeId: 'b', subscriptionId: 's', score: 80, band: 'high' },
  }),
  makeEvent({
    ...about,
    type: 'redline.source.condition_changed',
    id: 'd',
    data: { sourceId: 'us-csl', problem: 'source.stale', state: 'open', because: 'nothing new for 30 days' },
  }),
];

describe('docs/asyncapi.yaml', () => {
  it('is what the code would write now; if not: node test/deploy/write-asyncapi.ts', async () => {
    expect(text).toBe(await asyncApiText());
  });

  it('has a channel for every topic and its dead letters, with the partitions that keys are spread over', () => {
    expect(UNTOLD).toEqual([]);
    const channels = Object.values(document.channels);
    expect(channels.map(({ address }) => address).sort()).toEqual(
      ALL_TOPICS.flatMap((topic) => [topic, deadLetterTopic(topic)]).sort(),
    );
    for (const { address, bindings } of channels) {
      expect(bindings.kafka).toMatchObject({ topic: address, partitions: PARTITIONS });
    }
  });

  it('refers to nothing that is not there', () => {
    const references = [...text.matchAll(/\$ref: "?(#[^"\s]+)/g)].map(([, reference = '']) => reference);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((reference) => resolve(reference) === undefined)).toEqual([]);
  });

  it('lets an operation send and receive only what its channel holds', () => {
    for (const { channel, messages } of Object.values(document.operations)) {
      for (const { $ref } of messages) expect($ref.startsWith(`${channel.$ref}/messages/`)).toBe(true);
    }
  });

  it('names every group that consumes, on the topic it consumes', () => {
    const receiving = Object.entries(document.operations).filter(([, { action }]) => action === 'receive');
    expect(receiving.map(([name, { channel }]) => `${name} ${channel.$ref}`)).toEqual([
      'differ.receive.captureRecorded #/channels/captures',
      'notifier.match.receive.changeDetected #/channels/changes',
      'notifier.dispatch.receive.alertRaised #/channels/alerts',
    ]);
  });

  it.each(EVENTS.map((event) => [event.type, event] as const))('describes %s as it travels', (type, event) => {
    const message = Object.values(document.components.messages).find(({ name }) => name === type);
    const { headers = {}, value } = toMessage({
      key: event.partitionkey,
      partition: partitionOf(event.partitionkey),
      position: 7,
      body: JSON.stringify(event),
    });
    const { headers: headerSchema, payload } = z
      .object({ headers: z.record(z.string(), z.unknown()), payload: z.record(z.string(), z.unknown()) })
      .parse(message);
    expect(Object.keys(headers).filter((name) => !(name in (message?.headers.properties ?? {})))).toEqual([]);
    expect(z.fromJSONSchema(headerSchema).safeParse(headers).error).toBeUndefined();
    const { ce_id: _, ...without } = headers;
    expect(z.fromJSONSchema(headerSchema).safeParse(without).success).toBe(false);
    expect(z.fromJSONSchema(payload).safeParse(JSON.parse(String(value))).error).toBeUndefined();
    expect(z.fromJSONSchema(payload).safeParse({}).success).toBe(false);
  });

  it('tells the headers that dead letters carry', () => {
    const carried = [...readText('libs/log/src/kafka/dead-letter-topic.ts').matchAll(/'(x-redline-[a-z]+)'/g)];
    expect(carried.map(([, name]) => name)).toEqual(DEAD_LETTER_HEADERS);
    expect(document.components.messages.deadLetter?.headers.required).toEqual(DEAD_LETTER_HEADERS);
  });
});
