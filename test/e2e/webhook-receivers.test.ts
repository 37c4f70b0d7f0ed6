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
import { newWebhookSecret, publicKeyOf, signedHeaders } from '#webhook';
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
const pair = newWebhookSecret(randomBytes, 'ed25519');
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

/** What a subscription signs with, and what it replaced a moment ago. */
interface SignsWith {
  readonly secret: string;
  readonly replaced?: string;
}

/** Detects the documented change and lets the real notifier tell it, `times` in all. @returns how each delivery ended. */
async function deliver(url: string, times: number, { secret, replaced }: SignsWith): Promise<readonly string[]> {
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
    retiring: replaced === undefined ? [] : [{ secret: replaced, until: inOneHour() }],
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

function inOneHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
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
async function statusOf(
  { url, signedBy }: { url: string; signedBy: string },
  sentAt: Date,
  onTheWay: (body: string) => string = (body) => body,
) {
  const body = JSON.stringify(example);
  const headers = signedHeaders([signedBy], { webhookId: `msg_${randomBytes(20).toString('hex')}`, sentAt, body });
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
const hasPython = hasProgram('python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 9))');
/** 3.0 or newer: what came before cannot read what it verifies from a file. */
const hasEd25519 = hasProgram('sh', '-c', "openssl version | grep -Eq '^OpenSSL ([3-9]|[1-9][0-9])'");

const shared = { WEBHOOK_SECRET: secret };
const open = { WEBHOOK_KEY: publicKeyOf(pair) ?? '' };
const RECEIVERS = [
  {
    name: 'receive.ts',
    there: true,
    signedBy: secret,
    start: () => startServerBlock(process.execPath, 'receive.ts', shared),
  },
  {
    name: 'receive.py',
    there: hasPython,
    signedBy: secret,
    start: () => startServerBlock('python3', 'receive.py', shared),
  },
  { name: 'receive.sh', there: hasShell, signedBy: secret, start: () => startCgiBlock('receive.sh', shared) },
  {
    name: 'receive-v1a.ts',
    there: true,
    signedBy: pair,
    start: () => startServerBlock(process.execPath, 'receive-v1a.ts', open),
  },
  {
    name: 'receive-v1a.py',
    there: hasPython && hasEd25519,
    signedBy: pair,
    start: () => startServerBlock('python3', 'receive-v1a.py', open),
  },
  { name: 'receive-v1a.sh', there: hasEd25519, signedBy: pair, start: () => startCgiBlock('receive-v1a.sh', open) },
];
for (const { name, there } of RECEIVERS)
  if (!there) console.info(`${name} skipped: its program is not on this machine`);

describe.each(RECEIVERS.filter(({ there }) => there))('the documented $name', ({ start, signedBy }) => {
  let receiver: DocumentedReceiver;
  beforeAll(async () => {
    receiver = await start();
  });
  afterAll(() => receiver.close());
  const status = (sentAt: Date, onTheWay?: (body: string) => string) =>
    statusOf({ url: receiver.url, signedBy }, sentAt, onTheWay);

  it('takes what the notifier signed, and once only what comes twice', async () => {
    expect(await deliver(receiver.url, 2, { secret: signedBy })).toEqual(['delivered', 'delivered']);
    expect(await receiver.processed(1)).toEqual([LINE]);
  });

  it('takes what is signed while the secret is replaced, before and after it has changed over itself', async () => {
    const another = newWebhookSecret(randomBytes, signedBy === pair ? 'ed25519' : 'hmac');
    expect(await deliver(receiver.url, 1, { secret: another, replaced: signedBy })).toEqual(['delivered']);
    expect(await deliver(receiver.url, 1, { secret: signedBy, replaced: another })).toEqual(['delivered']);
    expect(await deliver(receiver.url, 1, { secret: another })).toEqual(['due']);
  });

  it('refuses a message that was altered, one signed long ago, and one signed for later', async () => {
    expect(await status(new Date())).toBe(204);
    expect(await status(new Date(), (body) => body.replace('critical', 'info'))).toBe(401);
    expect(await status(new Date(Date.now() - 600_000))).toBe(401);
    expect(await status(new Date(Date.now() + 600_000))).toBe(401);
  });

  it('refuses what carries no signature at all', async () => {
    expect((await fetch(receiver.url, { method: 'POST', body: '{}' })).status).toBe(401);
  });

  it.runIf(hasShell && signedBy === secret)('takes what the documented send.sh signed', async () => {
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
