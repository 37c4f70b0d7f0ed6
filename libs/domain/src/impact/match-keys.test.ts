import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeType } from '../change-type.ts';
import { changeFacts } from './change-facts.ts';
import { aChange, aProfile } from './example-values.ts';
import { assessImpact } from './impact-of.ts';
import { changeKeys, profileKeys } from './match-keys.ts';
import { prepareProfile } from './prepared-profile.ts';

const NAMES = [
  'Huawei Technologies Co., Ltd.',
  'Huawei',
  'ZTE',
  'ZTE Kangxun Telecom',
  'Hangzhou Hik Vision Tech',
  'Hikvision',
  '丹东富地贸易有限公司',
  'Beijing University of Technology',
];
const CODES = [
  '3A001.a.1',
  '3A090',
  '3A*',
  '9x515',
  '0D521 No. 1',
  '7の項(16)',
  '別表第二の三第二号の二ヘ(55)',
  'nonsense',
];
const WORDS = ['quantum', '半導体', 'video surveillance', '5G', 'nuclear', '監視', 'CMMC'];
const PLACES = ['CN', 'KR', 'D:1', 'GROUP_A', 'XX'];
const INSTRUMENTS = ['US-EL', 'US-CMMC', 'US-889', 'JP-FDI', 'US-TGL', 'JP-EXPORT-T1', 'US-UFLPA'];
const TYPES: ChangeType[] = [
  'entity.added',
  'item.added',
  'authorisation.revoked',
  'country.removed',
  'threshold.changed',
  'list.ownership_scope_changed',
  'document.published',
];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
const profiles = fc
  .record({
    names: some(NAMES),
    owners: some(NAMES),
    codes: some(CODES),
    words: some(WORDS),
    places: some(PLACES),
    instruments: some(['*', 'US-EL*', 'US-889', 'JP-FDI']),
    technologies: some(WORDS),
    roles: some(['exporter', 'dod_contractor', 'investor', 'university'] as const),
    endUses: some(['surveillance', '5g', 'nuclear'] as const),
    handles: some(['CUI', 'classified'] as const),
    hsCodes: some(['8542', '854231', '90']),
    relies: some(['STA', 'US-TGL', 'US-TGL:HUAWEI-2019']),
    invests: some(['KR', 'US']),
  })
  .map((p) =>
    aProfile({
      counterparties: [
        ...p.names.map((name) => ({ name, aliases: [] })),
        ...p.owners.map((owner) => ({ name: 'Lotus', aliases: [], ownership: [{ owner, pct: 60 }] })),
      ],
      items: p.codes.map(
        (pattern) =>
          ({ scheme: pattern.includes('項') || pattern.includes('別表') ? 'JP_T1' : 'ECCN', pattern }) as const,
      ),
      keywords: p.words,
      technologies: p.technologies,
      destinations: p.places,
      instruments: p.instruments,
      roles: p.roles,
      endUses: p.endUses,
      handles: p.handles,
      hsCodes: p.hsCodes,
      authorisationsInUse: p.relies,
      investment: p.invests.map((investorState) => ({ stakePct: 5, sector: 'quantum', investorState })),
    }),
  );
const changes = fc
  .record({
    label: fc.constantFrom(...NAMES, ...CODES, '大韓民国', 'a rule about quantum and 5G'),
    kind: fc.constantFrom('entity', 'item', 'country', 'rule', 'document', 'authorisation'),
    type: fc.constantFrom(...TYPES),
    instrumentId: fc.constantFrom(...INSTRUMENTS),
    words: some(WORDS),
    codes: some(CODES),
    place: fc.constantFrom('CN', 'KR', 'D:1', 'Atlantis'),
    hsCode: fc.constantFrom('8542', '854231', '9013'),
  })
  .map(({ words, codes, place, hsCode, ...parts }) =>
    aChange({
      ...parts,
      jurisdiction: parts.instrumentId.startsWith('JP') ? 'JP' : 'US',
      before: { value: 10 },
      after: {
        value: 1,
        text: words.join(' '),
        items: codes,
        country: place,
        group: place,
        hsCode,
        title: words.join('、'),
      },
    }),
  );

describe('profileKeys and changeKeys', () => {
  it('share a key whenever the change matches the profile', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(profiles, changes, (profile, change) => {
        const prepared = prepareProfile(profile);
        const facts = changeFacts(change);
        fc.pre(assessImpact(facts, prepared, now).kind === 'matched');
        expect(profileKeys(prepared).isDisjointFrom(changeKeys(facts))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('share none where nothing declared is touched', () => {
    const prepared = prepareProfile(aProfile({ items: [{ scheme: 'ECCN', pattern: '5A002' }], destinations: ['KR'] }));
    const facts = changeFacts(aChange({ kind: 'item', type: 'item.added', label: '3A001', after: { country: 'CN' } }));
    expect(profileKeys(prepared).isDisjointFrom(changeKeys(facts))).toBe(true);
  });
});
