import { Webhook } from 'standardwebhooks';

/** Bytes of a signing secret; the standard allows 24 to 64. */
const SECRET_BYTES = 32;

/** Exactly the bytes that are sent, and when this attempt sends them. */
export interface UnsignedWebhook {
  /** Stable over all attempts: the receiver's idempotency key. Holds no `.`, which separates the signed parts. */
  readonly webhookId: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * Headers of one attempt: HMAC-SHA256 over `id.timestamp.body`, timestamp in Unix seconds of this attempt, so that a receiver
 * can refuse what is replayed later. Source: Standard Webhooks 1.0.0, "Verifying webhook authenticity".
 * @throws Error when `secret` is not base64 after `whsec_`.
 */
export function signedHeaders(secret: string, message: UnsignedWebhook): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': message.webhookId,
    'webhook-timestamp': String(Math.floor(message.sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(message.webhookId, message.sentAt, message.body),
  };
}

/**
 * A fresh signing secret, `whsec_` and the base64 of 32 bytes.
 * @param randomBytes must be cryptographically strong
 */
export function newWebhookSecret(randomBytes: (count: number) => Uint8Array): string {
  return `whsec_${Buffer.from(randomBytes(SECRET_BYTES)).toString('base64')}`;
}
