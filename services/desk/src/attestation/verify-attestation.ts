import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson, type Json, type JsonObject } from '#domain';
import { ATTESTATION_FORMAT } from './attest.ts';

export type AttestationVerdict =
  | { readonly kind: 'valid'; readonly publicKey: string; readonly statement: JsonObject }
  | { readonly kind: 'invalid'; readonly because: string };

const PUBLIC_KEY = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;

/**
 * Whether a file is a statement as it was signed, byte by byte. Pure.
 * @param expectedKey the key that the issuer published; without it only that the file is whole is known, not who made it
 */
export function verifyAttestation(file: Uint8Array, expectedKey?: string): AttestationVerdict {
  const statement = parsed(file);
  if (!statement) return invalid('it is not a statement, or not as it was written');
  const { signature, ...said } = statement;
  const publicKey = publicKeyOf(said);
  if (said.format !== ATTESTATION_FORMAT) return invalid('its format is not known');
  if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return invalid('it has no signature');
  if (publicKey === undefined) return invalid('it names no key');
  if (expectedKey !== undefined && publicKey !== expectedKey) return invalid('another key signed it');
  const text = Buffer.from(canonicalJson(said), 'utf8');
  const key = createPublicKey({ key: jwk(publicKey), format: 'jwk' });
  const holds = verify(null, text, key, Buffer.from(signature, 'hex'));
  return holds ? { kind: 'valid', publicKey, statement } : invalid('what it says is not what was signed');
}

function invalid(because: string): AttestationVerdict {
  return { kind: 'invalid', because };
}

/** @returns undefined for bytes that are not the one canonical writing of an object. */
function parsed(file: Uint8Array): JsonObject | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    const value = JSON.parse(text) as Json;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && `${canonicalJson(value)}\n` === text ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

function publicKeyOf({ key }: JsonObject): string | undefined {
  if (typeof key !== 'object' || key === null || Array.isArray(key)) return undefined;
  const { algorithm, publicKey } = key as JsonObject;
  return algorithm === 'ed25519' && typeof publicKey === 'string' && PUBLIC_KEY.test(publicKey) ? publicKey : undefined;
}

/** Source: RFC 8037. */
function jwk(publicKey: string) {
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') };
}
