import { isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { DeskEnv } from './caller.ts';

/** Where a request comes from, as {@link clientAddress} found it; the same word for all where nobody said. */
export function addressOf(c: Context<DeskEnv>): string {
  return c.env?.address ?? 'unknown';
}

/**
 * The address that limits count for. Behind proxies of our own the last `proxies` entries of `X-Forwarded-For` are theirs
 * to write, and the first of those is the client; what stands before was sent by the client and means nothing. Of an IPv6
 * address the network of 64 bits counts: one customer has all of it (RFC 6177).
 * @param peer whoever holds the connection
 * @param proxies how many proxies stand in front of us
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | null, proxies: number): string {
  const forwarded = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const address = (proxies > 0 ? forwarded.at(-proxies) : undefined) || peer || 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? networkOf(plain) : plain;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
