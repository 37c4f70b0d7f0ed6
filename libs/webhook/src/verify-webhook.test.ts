import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from './sign-webhook.ts';
import { newWebhookSecret, publicKeyOf } from './signing-key.ts';
import { verifyWebhook } from './verify-webhook.ts';

const NOW = new Date('2026-11-23T00:00:00.000Z');
const secret = newWebhookSecret(randomBytes);
const pair = newWebhookSecret(randomBytes, 'ed25519');
const publicKey = publicKeyOf(pair) ?? '';

function sent(secrets: readonly string[], body = '{"a":"別表第一"}') {
  const headers = signedHeaders(secrets, { webhookId: 'msg_1', sentAt: NOW, body });
  const of = (name: string) => headers[`webhook-${name}`] ?? '';
  return { body, headers: { id: of('id'), timestamp: of('timestamp'), signature: of('signature') } };
}

describe('verifyWebhook', () => {
  it.each([
    ['HMAC-SHA256', secret, secret],
    ['ed25519, with the public key', pair, publicKey],
    ['ed25519, with the whole pair', pair, pair],
  ])('takes what was signed with %s', (_, signedWith, checkedWith) => {
    const { headers, body } = sent([signedWith]);
    expect(verifyWebhook(checkedWith, headers, body, NOW)).toEqual({ kind: 'genuine' });
  });

  it('takes a message of a rotation with either secret', () => {
    const older = newWebhookSecret(randomBytes);
    const { headers, body } = sent([secret, older, pair]);
    for (const key of [secret, older, publicKey]) {
      expect(verifyWebhook(key, headers, body, NOW)).toEqual({ kind: 'genuine' });
    }
  });

  it('takes no other body, id, time or key', () => {
    const { headers, body } = sent([secret, pair]);
    const no = (...[key, given, text]: [string, typeof headers, string]) =>
      expect(verifyWebhook(key, given, text, undefined).kind).toBe('refused');
    for (const key of [secret, publicKey]) {
      no(key, headers, `${body}\n`);
      no(key, { ...headers, id: 'msg_2' }, body);
      no(key, { ...headers, timestamp: String(Number(headers.timestamp) + 1) }, body);
    }
    no(newWebhookSecret(randomBytes), headers, body);
    no(publicKeyOf(newWebhookSecret(randomBytes, 'ed25519')) ?? '', headers, body);
  });

  it.each([
    [-301, 'lies 301 seconds ahead'],
    [301, 'is 301 seconds old'],
  ])('refuses what was signed %i seconds from now, and says so', (age, because) => {
    const { headers, body } = sent([secret]);
    const verdict = verifyWebhook(secret, headers, body, new Date(NOW.getTime() + age * 1_000));
    expect(verdict).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
  });

  it('says which header or secret is not there', () => {
    const { headers, body } = sent([secret]);
    const because = (key: string, given: typeof headers) => JSON.stringify(verifyWebhook(key, given, body, NOW));
    expect(because(secret, { ...headers, id: '' })).toContain('webhook-id is missing');
    expect(because(secret, { ...headers, timestamp: 'now' })).toContain('Unix seconds');
    expect(because(secret, { ...headers, signature: '' })).toContain('webhook-signature is missing');
    expect(because('v1,abc', headers)).toContain('starts with whsec_');
    expect(because(publicKey, headers)).toContain('no v1a signature');
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (key, timestamp, signature, body) => {
        for (const prefix of ['', 'whsec_', 'whpk_', 'whsk_']) {
          const verdict = verifyWebhook(prefix + key, { id: 'm', timestamp: `1${timestamp}`, signature }, body, NOW);
          expect(verdict.kind).toBe('refused');
        }
      }),
    );
  });
});

describe('newWebhookSecret', () => {
  it('makes ed25519 keys of the length the standard names, whose public half is derived', () => {
    expect(pair).toMatch(/^whsk_[A-Za-z0-9+/]{86}==$/);
    expect(publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    expect(pair.slice(5)).not.toContain(publicKey.slice(5));
    expect(publicKeyOf(secret)).toBeUndefined();
  });
});
