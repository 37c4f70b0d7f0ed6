import { createHmac, sign } from 'node:crypto';
import { parseSigningKey, type SigningKey } from './signing-key.ts';

/** Exactly the bytes that are sent, and when this attempt sends them. */
export interface UnsignedWebhook {
  /** Stable over all attempts: the receiver's idempotency key. Holds no `.`, which separates the signed parts. */
  readonly webhookId: string;
  readonly sentAt: Date;
  /** Text is signed as UTF-8. Bytes that are sent as well need no second encoding. */
  readonly body: string | Uint8Array;
}

/**
 * Headers of one attempt: a signature a key over `id.timestamp.body`, timestamp in Unix seconds of this attempt, so that a
 * receiver can refuse what is replayed later. `v1` is HMAC-SHA256, `v1a` ed25519. While a secret is replaced the old and
 * the new one both sign. Source: Standard Webhooks 1.0.0, "Verifying webhook authenticity" and "Multiple signatures".
 * @param secrets `whsec_…` or `whsk_…`, the current one first; one that signs often is better parsed once
 * @throws Error when one of them is neither.
 */
export function signedHeaders(
  secrets: readonly (string | SigningKey)[],
  { webhookId, sentAt, body }: UnsignedWebhook,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  const before = `${webhookId}.${timestamp}.`;
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': webhookId,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(secret, before, body)).join(' '),
  };
}

function signatureOf(secret: string | SigningKey, before: string, body: string | Uint8Array): string {
  const key = typeof secret === 'string' ? parseSigningKey(secret) : secret;
  if (key?.kind === 'secret') return `v1,${createHmac('sha256', key.key).update(before).update(body).digest('base64')}`;
  if (key?.kind === 'private') {
    const signed = Buffer.concat([Buffer.from(before), typeof body === 'string' ? Buffer.from(body) : body]);
    return `v1a,${sign(null, signed, key.key).toString('base64')}`;
  }
  throw new Error('a webhook is signed with a whsec_ or whsk_ key');
}
