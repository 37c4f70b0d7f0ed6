import { createHash } from 'node:crypto';

/** Only hashes of keys and session tokens are stored (sha256: the tokens themselves are 256 random bits). */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
