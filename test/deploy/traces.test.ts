import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KafkaMessage, Message } from 'kafkajs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOPICS } from '#events';
import { createFetcher } from '#fetch';
import { createEmbeddedLog } from '#log';
import { createNotifier } from '#notifier';
import { createLogger, createTracing, type Tracing } from '#process';
import { createSealer, type Store, saveSubscription } from '#store';
import { fromMessage, toMessage } from '../../libs/log/src/kafka/cloud-event-binding.ts';
import { aProfile } from '../contract/samples.ts';
import { type Watched, watchOverHttp } from '../e2e/watched-over-http.ts';
import { anEvent } from '../kafka/effects.ts';
import { startTraceCollector, type TraceCollector } from './trace-collector.ts';

const FCC = 'us-fcc-covered-list';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const ORG = 'Trade Secret Optics KK';

let collector: TraceCollector;
let closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  collector = await startTraceCollector();
  closing = [collector.close];
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

const exporting = (serviceName: string, onExportFailure: (error: unknown) => void = () => undefined) =>
  createTracing({ endpoint: collector.endpoint, serviceName, randomBytes, onExportFailure });

/** A subscriber who notes the `traceparent` of each message. */
async function startSubscriber() {
  const traceparents: string[] = [];
  const server = createServer((request, response) => {
    traceparents.push(String(request.headers.traceparent));
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, traceparents };
}

/** Watches a page that changes, tells one subscriber, and ends; each service traces as a process of its own would. */
async function watchAndTell(tracing: { collector: Tracing; differ: Tracing; notifier: Tracing }) {
  const watched = await watchOverHttp([FCC], tracing);
  closing.push(watched.close);
  const subscriber = await startSubscriber();
  const sealer = createSealer(new Uint8Array(32).fill(1));
  await subscribe(watched.store, sealer, subscriber.url);
  const notifier = createTestNotifier(watched, sealer, tracing.notifier);
  await notifier.start();
  await watched.poll(FCC, '2026-06-19T09:00:00Z');
  await watched.poll(FCC, '2026-06-23T13:00:00Z');
  await notifier.drained();
  await notifier.drained();
  await notifier.stop();
  for (const each of Object.values(tracing)) await each.stop();
  return { told: await watched.told(), traceparents: subscriber.traceparents };
}

function createTestNotifier({ store }: Watched, sealer: ReturnType<typeof createSealer>, tracing: Tracing) {
  const now = () => new Date('2026-06-23T13:00:00Z');
  const fetcher = createFetcher({ userAgent: 'Redline tests', allow: ['127.0.0.0/8'] });
  closing.push(() => fetcher.close());
  return createNotifier({
    store,
    log: createEmbeddedLog(store, { now }),
    sealer,
    logger: createLogger({ level: 'silent', service: 'test' }),
    postWebhook: (request) => fetcher.post(request),
    now,
    deliveryNow: () => new Date(),
    onlySender: true,
    random: () => 0,
    newId: randomUUID,
    sourceFreshness: async () => [],
    publicUrl: 'https://redline.example',
    limits: { concurrency: 8, perEndpoint: 4, timeoutMs: 10_000 },
    tracing,
  });
}

function subscribe(store: Store, sealer: ReturnType<typeof createSealer>, url: string): Promise<boolean> {
  return saveSubscription(store.session, sealer, {
    subscriptionId: 'everything',
    tenantId: 'default',
    name: 'Everything',
    profile: aProfile({ org: ORG }),
    channel: { kind: 'webhook', url },
    cadence: 'immediate',
    status: 'active',
    createdAt: '2020-01-01T00:00:00.000Z',
    hearsAfterPosition: 0,
    secret: SECRET,
  });
}

/** What a broker hands back of a message: header values as bytes. */
function fromBroker({ headers = {}, key, value }: Message): KafkaMessage {
  const asBytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(String(text))]);
  return {
    key: Buffer.from(String(key)),
    value: Buffer.from(String(value)),
    headers: Object.fromEntries(asBytes),
    offset: '0',
    timestamp: '0',
    attributes: 0,
  };
}

describe('tracing', () => {
  it('travels through Kafka as the header ce_traceparent, and leaves an event without one as it was', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const event = anEvent('e1', 'key-1');
    for (const sent of [{ ...event, traceparent }, event]) {
      const message = toMessage({ key: 'key-1', partition: 0, position: 1, body: JSON.stringify(sent) });
      expect(message.headers?.ce_traceparent).toBe('traceparent' in sent ? traceparent : undefined);
      expect(fromMessage(TOPICS.captures, 0, fromBroker(message))).toMatchObject({
        kind: 'record',
        record: { event: sent },
      });
    }
  });

  it('joins capture, change, alert and delivery in one trace, from the poll to the subscriber', async () => {
    const { told, traceparents } = await watchAndTell({
      collector: await exporting('redline-collector'),
      differ: await exporting('redline-differ'),
      notifier: await exporting('redline-notifier'),
    });
    const spans = collector.spans();
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const deliveries = spans.filter(({ name }) => name === 'deliver');
    expect(told.length).toBeGreaterThan(0);
    expect(deliveries).toHaveLength(told.length);
    for (const delivery of deliveries) {
      const match = byId.get(delivery.parentSpanId);
      const compare = byId.get(match?.parentSpanId ?? '');
      const poll = byId.get(compare?.parentSpanId ?? '');
      expect([poll?.name, compare?.name, match?.name]).toEqual(['poll', 'compare', 'match']);
      expect([poll?.service, compare?.service, match?.service, delivery.service]).toEqual([
        'redline-collector',
        'redline-differ',
        'redline-notifier',
        'redline-notifier',
      ]);
      expect(new Set([poll?.traceId, compare?.traceId, match?.traceId, delivery.traceId]).size).toBe(1);
      expect(poll?.parentSpanId).toBe('');
      expect(delivery.attributes).toMatchObject({ 'redline.outcome': 'delivered' });
    }
    expect(traceparents.toSorted()).toEqual(
      deliveries.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`).toSorted(),
    );
  });

  it('tells a collector nothing that a subscriber declared and nothing that a publisher wrote', async () => {
    const { told } = await watchAndTell({
      collector: await exporting('a'),
      differ: await exporting('b'),
      notifier: await exporting('c'),
    });
    const exported = collector.bodies().join('\n');
    expect(exported).toContain(FCC);
    for (const secret of [ORG, SECRET, '/hook', ...told.map((line) => line.slice(line.indexOf(' ') + 1))]) {
      expect(exported).not.toContain(secret);
    }
  });

  it('gives each message of a subscriber the trace of its capture, where nothing is exported', async () => {
    const forwarding = () =>
      createTracing({ endpoint: undefined, serviceName: 'r', randomBytes, onExportFailure: () => undefined });
    const { told, traceparents } = await watchAndTell({
      collector: await forwarding(),
      differ: await forwarding(),
      notifier: await forwarding(),
    });
    expect(traceparents).toHaveLength(told.length);
    expect(new Set(traceparents).size).toBe(1);
    expect(traceparents[0]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(collector.bodies()).toEqual([]);
  });

  it('marks a step that failed by the name of the error, never by its message', async () => {
    const tracing = await exporting('redline');
    const failing = tracing.step('match', undefined, {}, () => Promise.reject(new RangeError(ORG)));
    await expect(failing).rejects.toThrow(ORG);
    await tracing.stop();
    expect(collector.spans()).toMatchObject([{ failed: true, attributes: { 'error.type': 'RangeError' } }]);
    expect(collector.bodies().join('')).not.toContain(ORG);
  });

  it('reports a collector that refuses, and neither fails nor delays the work', async () => {
    const refusing = await startTraceCollector(400);
    closing.push(refusing.close);
    const failures: unknown[] = [];
    const tracing = await createTracing({
      endpoint: `${refusing.endpoint}/`,
      serviceName: 'redline',
      randomBytes,
      onExportFailure: (error) => failures.push(error),
    });
    expect(await tracing.step('poll', undefined, {}, async () => 'done')).toBe('done');
    await tracing.stop();
    expect(refusing.bodies()).toHaveLength(1);
    expect(failures).toHaveLength(1);
  });

  it('gives up and ends where the collector takes the connection and never answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      silent.close();
      silent.closeAllConnections();
    });
    const failures: unknown[] = [];
    const tracing = await createTracing({
      endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      serviceName: 'redline',
      randomBytes,
      onExportFailure: (error) => failures.push(error),
    });
    await tracing.step('poll', undefined, {}, async () => undefined);
    await tracing.stop();
    expect(failures).toMatchObject([{ message: 'the collector does not answer' }]);
  });
});
