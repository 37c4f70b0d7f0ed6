import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from './sign-webhook.ts';
import { newWebhookSecret } from './signing-key.ts';

const secret = newWebhookSecret(() => new Uint8Array(32).fill(7));

describe('signedHeaders', () => {
  it('signs id, timestamp and the exact body with HMAC-SHA256', () => {
    const sentAt = new Date('2026-11-23T00:00:00.999Z');
    const headers = signedHeaders([secret], { webhookId: 'msg_1', sentAt, body: '{"a":"別表第一"}' });
    const hmac = createHmac('sha256', Buffer.alloc(32, 7)).update('msg_1.1795392000.{"a":"別表第一"}').digest('base64');
    expect(headers).toMatchObject({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1795392000',
      'webhook-signature': `v1,${hmac}`,
    });
  });

  it.each(['hmac', 'ed25519'] as const)('signs bytes with %s as it signs the text that they are', (signing) => {
    const key = newWebhookSecret(() => new Uint8Array(32).fill(7), signing);
    const facts = { webhookId: 'msg_1', sentAt: new Date('2026-11-23T00:00:00Z') };
    const body = '{"a":"別表第一"}';
    const ofBytes = signedHeaders([key], { ...facts, body: Buffer.from(body) });
    expect(ofBytes).toEqual(signedHeaders([key], { ...facts, body }));
  });

  it('is accepted by the public verifier, and refused once the body differs', () => {
    const headers = signedHeaders([secret], { webhookId: 'msg_1', sentAt: new Date(), body: '{"a":1}' });
    expect(new Webhook(secret).verify('{"a":1}', headers)).toEqual({ a: 1 });
    expect(() => new Webhook(secret).verify('{"a": 1}', headers)).toThrow('No matching signature');
  });
});

describe('newWebhookSecret', () => {
  it('is whsec_ and the base64 of 32 random bytes', () => {
    const made = newWebhookSecret(randomBytes);
    expect(made).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newWebhookSecret(randomBytes)).not.toBe(made);
  });
});
