import type { Profile } from '#domain';
import { aProfile } from '../contract/samples.ts';

const COUNTRIES = ['CN', 'RU', 'IR', 'KP', 'TW', 'KR', 'DE', 'FR', 'IN', 'VN', 'MY', 'SG', 'TH', 'AE', 'TR', 'IL'];
const ECCNS = [
  '3A001',
  '3A090',
  '4A003',
  '5A002',
  '6A003',
  '7A003',
  '9A004',
  '1C350',
  '2B350',
  '3B001',
  '5D002',
  '3E001',
];
const WORDS = [
  'gallium',
  'lidar',
  'sonar',
  'drone',
  'laser',
  'centrifuge',
  'photoresist',
  'epitaxy',
  'graphite',
  'hafnium',
];
const INSTRUMENTS = ['US-EL', 'US-MEU', 'US-UVL', 'US-SDN', 'JP-EUL', 'JP-EXPORT-T1', 'US-CCL', 'US-FCC-COVERED'];

/** A small generator with a known start: every run measures the same profiles. Source: mulberry32, public domain. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Invented exporters: each declares one instrument, two items, two destinations, three customers and two keywords. */
export function inventedProfiles(count: number): readonly Profile[] {
  const random = seeded(1);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const word = (): string => Math.floor(random() * 36 ** 6).toString(36);
  return Array.from({ length: count }, (_, at) =>
    aProfile({
      org: `Org ${at}`,
      instruments: random() < 0.05 ? [pick(INSTRUMENTS)] : [],
      items: [pick(ECCNS), pick(ECCNS)].map((pattern) => ({ scheme: 'ECCN', pattern })),
      destinations: random() < 0.1 ? [pick(COUNTRIES)] : [],
      counterparties: [1, 2, 3].map(() => ({ name: `${word()} ${word()} Co., Ltd.`, aliases: [] })),
      keywords: [`${word()}`, pick(WORDS)],
    }),
  );
}
