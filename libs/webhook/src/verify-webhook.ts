import { createHmac, timingSafeEqual, verify } from 'node:crypto';
import { parseSigningKey, type SigningKey } from './signing-key.ts';

/** The three headers as received. */
export interface WebhookHeaders {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

export type WebhookVerdict =
  | { readonly kind: 'genuine' }
  /** `because` is a sentence for whoever builds a receiver. */
  | { readonly kind: 'refused'; readonly because: string };

/** A receiver's tolerance, in both directions; what the reference libraries use. */
export const TOLERANCE_SECONDS = 300;

/**
 * Whether a message came from the holder of the key, unaltered and just now, and else what is wrong: that is what people who
 * build a receiver cannot see. Never throws.
 * @param secret `whsec_…`, `whpk_…` or `whsk_…`
 * @param now left undefined, every age is accepted
 */
export function verifyWebhook(
  secret: string,
  headers: WebhookHeaders,
  body: string | Uint8Array,
  now: Date | undefined,
): WebhookVerdict {
  const mistake = mistakeOf(headers, now);
  if (mistake !== undefined) return refused(mistake);
  const key = parseSigningKey(secret);
  if (!key) return refused('the secret is none: it starts with whsec_ (or whpk_ for ed25519) and goes on in base64');
  const version = key.kind === 'secret' ? 'v1' : 'v1a';
  const given = headers.signature.split(' ').filter((one) => one.startsWith(`${version},`));
  if (given.length === 0) {
    return refused(`webhook-signature holds no ${version} signature, which is the kind this secret belongs to`);
  }
  const signed = Buffer.concat([Buffer.from(`${headers.id}.${headers.timestamp}.`), Buffer.from(body)]);
  const isRight = given.some((one) => isSignature(key, signed, one.slice(version.length + 1)));
  return isRight ? { kind: 'genuine' } : refused(NOTHING_MATCHES);
}

const NOTHING_MATCHES =
  'no signature matches: another secret, or a body that is not byte for byte what was received (parsed and written anew, a line break added)';

function refused(because: string): WebhookVerdict {
  return { kind: 'refused', because };
}

function mistakeOf({ id, timestamp, signature }: WebhookHeaders, now: Date | undefined): string | undefined {
  if (id === '') return 'webhook-id is missing';
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook-timestamp is not a whole number of Unix seconds';
  if (signature === '') return 'webhook-signature is missing';
  if (now === undefined) return undefined;
  const ageSeconds = Math.floor(now.getTime() / 1_000) - Number(timestamp);
  if (ageSeconds > TOLERANCE_SECONDS) return `webhook-timestamp is ${ageSeconds} seconds old: more than five minutes`;
  if (ageSeconds < -TOLERANCE_SECONDS) return `webhook-timestamp lies ${-ageSeconds} seconds ahead: check the clocks`;
  return undefined;
}

function isSignature(key: SigningKey, signed: Uint8Array, base64: string): boolean {
  const given = Buffer.from(base64, 'base64');
  if (key.kind !== 'secret') return verify(null, signed, key.key, given);
  const expected = createHmac('sha256', key.key).update(signed).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
