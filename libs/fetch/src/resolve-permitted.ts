import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AddressGuard } from './address-guard.ts';
import { BlockedAddressError } from './fetch-error.ts';

/** One address of a host, as `dns.lookup` gives it. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Host name to addresses. Rejects with a `code` such as `ENOTFOUND`, as `dns.lookup` does. */
export type ResolveHost = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** The operating system's resolver, all addresses, in its order. */
export const systemResolver: ResolveHost = (hostname) => lookup(hostname, { all: true, order: 'verbatim' });

/**
 * The addresses of a host after one look-up. One address that is not permitted condemns the name: a host that answers
 * with a public and a private address is an attempt to have the private one chosen.
 * @throws BlockedAddressError when any address is not permitted, or what the resolver throws.
 */
export async function resolvePermitted(
  hostname: string,
  guard: AddressGuard,
  resolve: ResolveHost,
): Promise<readonly ResolvedAddress[]> {
  const bare = withoutBrackets(hostname);
  const family = isIP(bare);
  const addresses = family === 0 ? await resolve(bare) : [{ address: bare, family }];
  if (addresses.length === 0) throw Object.assign(new Error(`no address for ${bare}`), { code: 'ENOTFOUND' });
  const blocked = addresses.find(({ address }) => !guard.permits(address));
  if (blocked) throw new BlockedAddressError(bare, blocked.address);
  return addresses;
}

/** `[::1]` as URLs write it, to `::1` as sockets want it. */
export function withoutBrackets(hostname: string): string {
  return hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
}
