import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Signs what others must be able to check without asking us. Source: RFC 8032, Ed25519. */
export interface SigningKey {
  /** 32 bytes, lower-case hexadecimal. */
  readonly publicKey: string;
  /** The same as PEM (RFC 8410). */
  readonly publicPem: string;
  /** @returns 64 bytes, lower-case hexadecimal. */
  sign(text: string): string;
}

/**
 * The key of a file that its owner alone may read; the first use makes it, once, also where several processes begin at once.
 * @throws Error when the file is readable by others or holds no Ed25519 key: another key would not be the one that was published.
 */
export function readSigningKey(path: string): SigningKey {
  if (!existsSync(path)) makeKeyFile(path);
  if ((statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} must be readable by its owner only: chmod 600 ${path}`);
  return signingKeyOf(readPem(path));
}

/** @param pem PKCS #8 */
export function signingKeyOf(pem: string): SigningKey {
  const key = createPrivateKey(pem);
  const published = createPublicKey(key);
  return {
    publicKey: rawKey(published),
    publicPem: published.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('hex'),
  };
}

/** Written whole under another name first: whoever finds the key finds all of it, and the first one there stays. */
function makeKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}

function readPem(path: string): string {
  const pem = readFileSync(path, 'utf8');
  if (isEd25519(pem)) return pem;
  throw new Error(`${path} must hold an Ed25519 private key (PEM); restore it from a backup`);
}

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

function rawKey(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
}
