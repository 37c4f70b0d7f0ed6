import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Change, type Impact, impactOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { createFetcher } from '#fetch';
import { createEmbeddedLog } from '#log';
import { createNotifier, webhookBody } from '#notifier';
import { createLogger } from '#process';
import { createSealer, listDeliveries, openStore, saveChange, saveSubscription } from '#store';
import { newWebhookSecret, signedHeaders } from '#webhook';
import { documentedCode, documentedValue } from './documented-code.ts';
import {
  type DocumentedReceiver,
  hasProgram,
  startCgiBlock,
  startServerBlock,
  writeBlock,
} from './documented-receivers.ts';

interface Example {
  readonly data: {
    readonly sequence: number;
    readonly change: Change;
    readonly impact: Impact;
    readonly subscription: { readonly id: string; readonly name: string };
    readonly links: { readonly change: string };
  };
}

const example = JSON.parse(documentedCode('webhooks.md', 'example')) as Example;
const { change } = example.data;
const secret = newWebhookSecret(randomBytes);
const LINE = 'entity.footnote_changed: Semiconductor Manufacturing International (Beijing) Corporation (critical)';

const PROFILE = {
  org: 'Example Optics KK',
  timeZone: 'Asia/Tokyo',
  languages: ['en'],
  roles: [],
  jurisdictions: ['US'],
  instruments: ['*'],
  items: [],
  hsCodes: [],
  technologies: [],
  keywords: [],
  negativeKeywords: [],
  destinations: [],
  counterparties: [{ name: change.subject.label, aliases: [], country: 'CN' }],
  endUses: [],
  authorisationsInUse: [],
  investment: [],
  handles: [],
  minBand: 'low',
} as const;

/** Detects the documented change and lets the real notifier tell it, `times` in all. @returns how each delivery ended. */
async function deliver(url: string, times: number): Promise<readonly string[]> {
  const now = () => new Date();
  const store = await openStore('sqlite::memory:');
  const log = createEmbeddedLog(store, { now });
  const sealer = createSealer(randomBytes(32));
  const fetcher = createFetcher({ userAgent: 'Redline tests', allow: ['127.0.0.0/8'] });
  const notifier = createNotifier({
    store,
    log,
    sealer,
    logger: createLogger({ level: 'silent', service: 'notifier' }),
    postWebhook: (request) => fetcher.post(request),
    now,
    deliveryNow: now,
    random: Math.random,
    newId: randomUUID,
    sourceFreshness: async () => [],
    publicUrl: 'https://redline.example',
    onlySender: true,
    limits: { concurrency: 4, perEndpoint: 4, timeoutMs: 10_000 },
  });
  await saveSubscription(store.session, sealer, {
    subscriptionId: 'reader',
    tenantId: 'default',
    name: 'Reader of the manual',
    profile: PROFILE,
    channel: { kind: 'webhook', url },
    cadence: 'immediate',
    status: 'active',
    createdAt: now().toISOString(),
    hearsAfterPosition: 0,
    secret,
  });
  await store.transaction(async (tx) => {
    await saveChange(tx, change, { readingId: 'after', previousReadingId: 'before' });
    await log.append(tx, TOPICS.changes, [detected(change)]);
  });
  await notifier.start();
  await notifier.drained();
  for (let again = 1; again < times; again += 1) {
    const [delivery] = await listDeliveries(store.session, {}, 1);
    await notifier.replay(delivery?.deliveryId ?? '', { tenantId: 'default', who: 'CI', via: 'key k' });
    await notifier.drained();
  }
  const ends = (await listDeliveries(store.session, {}, 10)).map((delivery) => delivery.status);
  await notifier.stop();
  await fetcher.close();
  await store.close();
  return ends;
}

function detected({ changeId, type, sourceId, instrumentId, alerting, detectedAt }: Change) {
  return makeEvent({
    type: 'redline.change.detected',
    id: changeId,
    source: '/redline/differ',
    time: detectedAt,
    partitionkey: sourceId,
    correlation: 'capture',
    data: { changeId, changeType: type, sourceId, instrumentId, alerting, baseline: false },
  });
}

/** The status a receiver answers to a message signed at an instant, its body altered on the way or not. */
async function statusOf(url: string, sentAt: Date, onTheWay: (body: string) => string = (body) => body) {
  const body = JSON.stringify(example);
  const headers = signedHeaders([secret], { webhookId: `msg_${randomBytes(20).toString('hex')}`, sentAt, body });
  const answer = await fetch(url, { method: 'POST', headers: { ...headers }, body: onTheWay(body) });
  return answer.status;
}

/** Runs send.sh. @returns what it prints. */
async function send(url: string): Promise<string> {
  const script = writeBlock('send.sh');
  const message = `${script.path}.json`;
  writeFileSync(message, JSON.stringify(example));
  const child = spawn('sh', [script.path, url, message], { env: { ...process.env, WEBHOOK_SECRET: secret } });
  let printed = '';
  for await (const chunk of child.stdout) printed += chunk;
  script.remove();
  return printed.trim();
}

const hasShell = hasProgram('openssl', 'version') && hasProgram('curl', '--version');
const RECEIVERS = [
  { name: 'receive.ts', there: true, start: () => startServerBlock(process.execPath, 'receive.ts', secret) },
  {
    name: 'receive.py',
    there: hasProgram('python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 9))'),
    start: () => startServerBlock('python3', 'receive.py', secret),
  },
  { name: 'receive.sh', there: hasShell, start: () => startCgiBlock('receive.sh', secret) },
];
for (const { name, there } of RECEIVERS)
  if (!there) console.info(`${name} skipped: its program is not on this machine`);

describe.each(RECEIVERS.filter(({ there }) => there))('the documented $name', ({ start }) => {
  let receiver: DocumentedReceiver;
  beforeAll(async () => {
    receiver = await start();
  });
  afterAll(() => receiver.close());

  it('takes what the notifier signed, and once only what comes twice', async () => {
    expect(await deliver(receiver.url, 2)).toEqual(['delivered', 'delivered']);
    expect(await receiver.processed(1)).toEqual([LINE]);
  });

  it('refuses a message that was altered, one signed long ago, and one signed for later', async () => {
    expect(await statusOf(receiver.url, new Date())).toBe(204);
    expect(await statusOf(receiver.url, new Date(), (body) => body.replace('critical', 'info'))).toBe(401);
    expect(await statusOf(receiver.url, new Date(Date.now() - 600_000))).toBe(401);
    expect(await statusOf(receiver.url, new Date(Date.now() + 600_000))).toBe(401);
  });

  it('refuses what carries no signature at all', async () => {
    expect((await fetch(receiver.url, { method: 'POST', body: '{}' })).status).toBe(401);
  });

  it.runIf(hasShell)('takes what the documented send.sh signed', async () => {
    expect(await send(receiver.url)).toBe('204');
  });
});

describe('the documented contract', () => {
  it('shows a message as the notifier makes it, with the impact that its change has', () => {
    const { sequence, subscription, links } = example.data;
    const publicUrl = new URL(links.change).origin;
    const outcome = impactOf(change, PROFILE, new Date(change.detectedAt));
    const impact = outcome.kind === 'matched' ? outcome.impact : undefined;
    expect(impact).toEqual(example.data.impact);
    const content = { kind: 'alert', change, sequence, impact: example.data.impact } as const;
    const recipient = { subscriptionId: subscription.id, name: subscription.name };
    const body = webhookBody({ deliveryId: 'd1', messageId: 'msg_1', recipient, content }, publicUrl);
    expect(JSON.parse(body)).toEqual(example);
  });

  it('gives a signature to check against that is right', () => {
    const documented = (label: string) => documentedValue('webhooks.md', label);
    const headers = signedHeaders([documented('secret')], {
      webhookId: documented('id'),
      sentAt: new Date(Number(documented('timestamp')) * 1_000),
      body: documented('body'),
    });
    expect(headers['webhook-signature']).toBe(documented('signature'));
  });
});
