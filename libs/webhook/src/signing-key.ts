import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';

/** How a webhook is signed: `v1`, HMAC-SHA256 with a shared secret, or `v1a`, ed25519 with a key pair. */
export const SIGNINGS = ['hmac', 'ed25519'] as const;
export type Signing = (typeof SIGNINGS)[number];

/** A key as it is written down, taken apart. */
export type SigningKey =
  | { readonly kind: 'secret'; readonly key: KeyObject }
  | { readonly kind: 'private'; readonly key: KeyObject }
  | { readonly kind: 'public'; readonly key: KeyObject };

/** Bytes of a fresh secret; the standard allows 24 to 64. */
const SECRET_BYTES = 32;
/** Secrets that were taken over from elsewhere may be shorter than the standard says. */
const LEAST_SECRET_BYTES = 12;
const SEED_BYTES = 32;
const PUBLIC_BYTES = 32;
/** What stands before the 32 bytes of a key in DER. Source: RFC 8410 sections 4 and 7. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * A fresh key: `whsec_` and the base64 of 32 bytes, or `whsk_` and the base64 of an ed25519 seed followed by its public
 * key. Source: Standard Webhooks 1.0.0, "Signature scheme".
 * @param randomBytes must be cryptographically strong
 */
export function newWebhookSecret(randomBytes: (count: number) => Uint8Array, signing: Signing = 'hmac'): string {
  if (signing === 'hmac') return `whsec_${Buffer.from(randomBytes(SECRET_BYTES)).toString('base64')}`;
  const seed = Buffer.from(randomBytes(SEED_BYTES));
  return `whsk_${Buffer.concat([seed, publicBytesOf(privateKeyOf(seed))]).toString('base64')}`;
}

/** @returns undefined for text that is no `whsec_`, `whsk_` or `whpk_` key of a usable length. Never throws. */
export function parseSigningKey(text: string): SigningKey | undefined {
  const [, prefix, base64 = ''] = /^(whsec|whsk|whpk)_(.*)$/.exec(text) ?? [];
  if (!BASE64.test(base64)) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  if (prefix === 'whsec')
    return bytes.length >= LEAST_SECRET_BYTES ? { kind: 'secret', key: createSecretKey(bytes) } : undefined;
  if (prefix === 'whpk') return bytes.length === PUBLIC_BYTES ? { kind: 'public', key: publicKey(bytes) } : undefined;
  const whole = bytes.length === SEED_BYTES || bytes.length === SEED_BYTES + PUBLIC_BYTES;
  return whole ? { kind: 'private', key: privateKeyOf(bytes.subarray(0, SEED_BYTES)) } : undefined;
}

/** The `whpk_…` that a receiver verifies with. @returns undefined for anything but a `whsk_…` key. */
export function publicKeyOf(secret: string): string | undefined {
  const key = parseSigningKey(secret);
  return key?.kind === 'private' ? `whpk_${publicBytesOf(key.key).toString('base64')}` : undefined;
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function publicKey(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
}

function publicBytesOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}
