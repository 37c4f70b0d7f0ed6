import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { Subscription } from '#store';
import { newWebhookSecret, signedHeaders } from '#webhook';
import { sendWebhook } from '../src/channel/webhook/send-webhook.ts';
import type { Message } from '../src/message/message.ts';
import type { WebhookRequest } from '../src/notifier-ports.ts';
import { exampleChange, exampleImpact, exampleProfile } from './example-change.ts';

const MESSAGES = 10_000;
const MINUTE = 60_000;
const older = newWebhookSecret(randomBytes);
const newer = newWebhookSecret(randomBytes);

function messageAt(at: number): Message {
  const change = exampleChange({ changeId: `c${at}`, documentNumber: `2026-${at} 別表第一 "quoted" \u2028 🚀` });
  const content = { kind: 'alert', change, sequence: at, impact: exampleImpact() } as const;
  return {
    deliveryId: `d${at}`,
    messageId: `msg_${at}`,
    recipient: { subscriptionId: 's', name: '輸出管理' },
    content,
  };
}

type Received = Pick<WebhookRequest, 'headers'> & { readonly body: string };

/** What the receiver would read, with the secrets that a subscription has at that moment. */
async function postedAt(at: number, isRotating: boolean): Promise<Received> {
  let posted: WebhookRequest | undefined;
  const until = new Date(Date.now() + MINUTE).toISOString();
  const channel = { kind: 'webhook', url: 'https://hooks.example.com/a' } as const;
  const subscription: Subscription = {
    subscriptionId: 's',
    tenantId: 'default',
    name: '輸出管理',
    profile: exampleProfile(),
    channel,
    cadence: 'immediate',
    status: 'active',
    createdAt: '2026-11-23T00:00:00.000Z',
    hearsAfterPosition: 0,
    secret: isRotating ? newer : older,
    ...(isRotating ? { retiring: [{ secret: older, until }] } : {}),
  };
  const ports = {
    publicUrl: 'https://redline.example',
    limits: { concurrency: 1, perEndpoint: 1, timeoutMs: 1_000 },
    sealer: { seal: (text: string) => text, open: (text: string) => text },
    postWebhook: async (request: WebhookRequest) => {
      posted = request;
      return { kind: 'answered', status: 204, bodyText: '' } as const;
    },
  };
  await sendWebhook(ports, { message: messageAt(at), channel, subscription, sentAt: new Date() });
  if (!posted) throw new Error('nothing was posted');
  return { headers: posted.headers, body: new TextDecoder().decode(posted.body) };
}

const verified = (secret: string, { headers, body }: Received) => new Webhook(secret).verify(body, { ...headers });

describe('a receiver with the public library', () => {
  it('verifies every one of ten thousand messages, in the middle of a rotation with either secret', async () => {
    let count = 0;
    for (let at = 0; at < MESSAGES; at += 1) {
      const isRotating = at >= MESSAGES / 2;
      const posted = await postedAt(at, isRotating);
      expect(verified(isRotating && at % 2 === 0 ? newer : older, posted)).toMatchObject({ data: { sequence: at } });
      count += 1;
    }
    expect(count).toBe(MESSAGES);
  }, 60_000);

  it('refuses what was altered anywhere', async () => {
    const posted = await postedAt(1, true);
    const refuses = (headers: Record<string, string>, body: string) =>
      expect(() => verified(newer, { headers: { ...posted.headers, ...headers }, body })).toThrow();
    for (let at = 0; at < posted.body.length; at += 97) {
      const other = posted.body[at] === 'x' ? 'y' : 'x';
      refuses({}, posted.body.slice(0, at) + other + posted.body.slice(at + 1));
    }
    refuses({}, `${posted.body} `);
    refuses({ 'webhook-id': 'msg_2' }, posted.body);
    refuses({ 'webhook-timestamp': String(Number(posted.headers['webhook-timestamp']) + 1) }, posted.body);
    expect(() => verified(newWebhookSecret(randomBytes), posted)).toThrow();
  });

  it.each([-10 * MINUTE, 10 * MINUTE])('refuses a genuine message that is %i ms away from its clock', (away) => {
    const sentAt = new Date(Date.now() + away);
    const headers = signedHeaders([newer], { webhookId: 'msg_1', sentAt, body: '{}' });
    expect(() => new Webhook(newer).verify('{}', { ...headers })).toThrow(/timestamp/);
  });

  it('no longer takes the old secret once its day is over', async () => {
    const rotated = await postedAt(1, true);
    const [first = '', second = ''] = rotated.headers['webhook-signature']?.split(' ') ?? [];
    expect([first, second].every((one) => one.startsWith('v1,'))).toBe(true);
    const alone = signedHeaders([newer], { webhookId: 'msg_1', sentAt: new Date(), body: '{}' });
    expect(() => new Webhook(older).verify('{}', { ...alone })).toThrow('No matching signature');
  });
});
