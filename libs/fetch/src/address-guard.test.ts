import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressGuard, isPublicAddress } from './address-guard.ts';
import { InvalidAllowListError } from './fetch-error.ts';

const NOT_PUBLIC: readonly (readonly [string, string])[] = [
  ['loopback', '127.0.0.1'],
  ['loopback beyond the first address', '127.255.255.254'],
  ['loopback in IPv6', '::1'],
  ['loopback with brackets', '[::1]'],
  ['unspecified', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['unspecified in IPv6', '::'],
  ['private 10/8', '10.0.0.1'],
  ['private 172.16/12', '172.31.255.255'],
  ['private 192.168/16', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['end of carrier-grade NAT', '100.127.255.255'],
  ['cloud metadata', '169.254.169.254'],
  ['cloud metadata in IPv6', 'fd00:ec2::254'],
  ['cloud platform service', '168.63.129.16'],
  ['multicast', '224.0.0.1'],
  ['multicast in IPv6', 'ff02::1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['documentation', '192.0.2.1'],
  ['benchmarking', '198.18.0.1'],
  ['unique local', 'fc00::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['old site-local', 'fec0::1'],
  ['documentation in IPv6', '2001:db8::1'],
  ['newer documentation in IPv6', '3fff::1'],
  ['loopback mapped into IPv6', '::ffff:127.0.0.1'],
  ['loopback mapped into IPv6, in hexadecimal', '::ffff:7f00:1'],
  ['loopback compatible with IPv4', '::127.0.0.1'],
  ['metadata behind NAT64', '64:ff9b::a9fe:a9fe'],
  ['local NAT64', '64:ff9b:1::808:808'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['6to4 of a public address', '2002:808:808::1'],
  ['Teredo', '2001::1'],
  ['a shortened IPv4 notation', '127.1'],
  ['a hexadecimal notation', '0x7f.1'],
  ['a decimal notation', '2130706433'],
  ['an octal notation', '0177.0.0.1'],
  ['a public address in decimal notation', '134744072'],
  ['a host name', 'localhost'],
  ['an empty text', ''],
];

describe('isPublicAddress', () => {
  it.each(NOT_PUBLIC)('refuses %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '100.63.255.255', '100.128.0.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'permits %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('permits a public IPv4 address reached through NAT64', () => {
    expect(isPublicAddress('64:ff9b::808:808')).toBe(true);
  });

  it('judges an IPv4 address and its IPv6-mapped form alike', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });

  it('refuses every address of a private IPv4 network, by its own arithmetic', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const anyPrivate = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
    );
    fc.assert(
      fc.property(anyPrivate, (octets) => {
        expect(isPublicAddress(octets.join('.'))).toBe(false);
      }),
    );
  });

  it('permits no IPv6 address outside 2000::/3 except those that hold an IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16);
        const holdsIpv4 = first === 0 || first === 0x64;
        fc.pre(!holdsIpv4 && (first < 0x2000 || first > 0x3fff));
        expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });

  it('refuses any text that is not an address, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(isIP(text) === 0);
        expect(isPublicAddress(text)).toBe(false);
      }),
    );
  });
});

describe('addressGuard', () => {
  it('permits what the allow list names and nothing beside it', () => {
    const guard = addressGuard(['127.0.0.0/8', 'fd00::/8']);
    expect(['127.0.0.1', '::ffff:127.0.0.1', 'fd12::1', '8.8.8.8'].map(guard.permits)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['10.0.0.1', '::1', '169.254.169.254'].map(guard.permits)).toEqual([false, false, false]);
  });

  it('does not let an allowed IPv4 network speak for IPv6', () => {
    expect(addressGuard(['0.0.0.0/0']).permits('::1')).toBe(false);
  });

  it('names every entry of the allow list that is not a CIDR', () => {
    const open = () => addressGuard(['127.0.0.0/8', '10.0.0.1', 'localhost']);
    expect(open).toThrow(InvalidAllowListError);
    expect(open).toThrow(/10\.0\.0\.1, localhost/);
  });
});
