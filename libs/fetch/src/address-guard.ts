import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { InvalidAllowListError } from './fetch-error.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];

/** IPv6 addresses handed out for the public internet. Source: IANA IPv6 Address Space registry, RFC 4291 section 2.4. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** NAT64 well-known prefix: the last 32 bits are the IPv4 address that is really reached. Source: RFC 6052 section 2.1. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** Azure's platform service answers here from inside a virtual machine, though the range is public. */
const CLOUD_PLATFORM = new Set(['168.63.129.16']);

/** Decides which addresses Redline may open a connection to. */
export interface AddressGuard {
  /** @returns true for a public address or one inside the allow list; false for anything that is not a plain address. */
  permits(address: string): boolean;
}

/**
 * True only for addresses routed on the public internet. False for loopback, private, link-local (cloud metadata
 * 169.254.169.254), carrier-grade NAT 100.64/10, unique local, multicast, broadcast, unspecified, documentation,
 * benchmarking, 6to4 and Teredo; IPv4-mapped and NAT64 addresses are judged by the IPv4 address inside.
 * Text that is not a canonical IPv4 or IPv6 address (`0x7f.1`, `2130706433`, a host name) is not public. Never throws.
 * Source: IANA special-purpose address registries, RFC 6890.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && isPublic(address);
}

/**
 * A guard that permits public addresses and those inside `allow`, CIDRs such as `127.0.0.0/8` or `::1/128`.
 * @throws InvalidAllowListError naming every CIDR that cannot be read.
 */
export function addressGuard(allow: readonly string[] = []): AddressGuard {
  const networks = parseAllowList(allow);
  return {
    permits(text) {
      const address = parseAddress(text);
      if (address === undefined) return false;
      return isPublic(address) || networks.some((network) => isInside(address, network));
    },
  };
}

function isPublic(address: Address): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast' && !CLOUD_PLATFORM.has(address.toString());
  return address.range() === 'unicast' && address.match(GLOBAL_UNICAST);
}

/** IPv4 hidden in IPv6 is unwrapped, so that one address has one verdict however it is written. */
function parseAddress(text: string): Address | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (isIP(bare) === 0) return undefined;
  const address = ipaddr.process(bare);
  if (address instanceof ipaddr.IPv6 && address.match(NAT64)) return new ipaddr.IPv4(address.toByteArray().slice(12));
  return address;
}

function isInside(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

function parseAllowList(allow: readonly string[]): readonly Network[] {
  const bad = allow.filter((cidr) => !ipaddr.isValidCIDR(cidr));
  if (bad.length > 0) throw new InvalidAllowListError(bad);
  return allow.map((cidr) => ipaddr.parseCIDR(cidr));
}
