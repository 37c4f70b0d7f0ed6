import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The key that seals counterparties and secrets at rest: from the environment, else from a file readable by its owner
 * only, which the first start creates.
 * @throws Error when the file is readable by others or does not hold 64 hexadecimal digits.
 */
export function readSecretKey(fromEnvironment: string | undefined, path: string): Uint8Array {
  if (fromEnvironment) return Buffer.from(fromEnvironment, 'hex');
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} must be readable by its owner only: chmod 600 ${path}`);
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new Error(`${path} must hold 64 hexadecimal digits; restore it from a backup`);
  return Buffer.from(text, 'hex');
}
