import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../change.ts';
import type { ChangeType } from '../change-type.ts';
import { changeFacts } from '../impact/change-facts.ts';
import { aChange, aProfile } from '../impact/example-values.ts';
import { assessImpact } from '../impact/impact-of.ts';
import { prepareProfile } from '../impact/prepared-profile.ts';
import type { Profile } from '../profile.ts';
import { ProfileIndex } from './profile-index.ts';

const NAMES = [
  'Huawei Technologies Co., Ltd.',
  'Huawei',
  'ZTE',
  'ZTE Kangxun Telecom',
  'Hangzhou Hik Vision Tech',
  'Hikvision',
  '丹东富地贸易有限公司',
  'Beijing University of Technology',
  'Yangtze Memory Technologies',
  'Yangtse Memory Technology Co., Ltd.',
  'CETC 13th Research Institute',
  'Research Institute CETC 13th',
  'Kangxun ZTE Telecom',
  'Al',
  '삼성전자 주식회사',
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
const WORDS = [
  'quantum',
  '核',
  '5G 半導体',
  'advanced computing',
  '半導体',
  'video surveillance',
  '5G',
  'nuclear',
  '監視',
  'CMMC',
];
const PLACES = ['CN', 'KR', 'JP', 'DE', 'CA', 'D:1', 'GROUP_A', 'XX'];
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
    aliases: some(NAMES),
    country: fc.constantFrom('CN', 'KR'),
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
    negative: some(WORDS),
    jurisdictions: some(['US', 'JP', 'ML'] as const),
    pct: fc.constantFrom(20, 30, 50, 60),
  })
  .map((p) =>
    aProfile({
      counterparties: [
        ...p.names.map((name) => ({ name, aliases: p.aliases, country: p.country })),
        ...p.owners.map((owner) => ({
          name: 'Lotus',
          aliases: [],
          ownership: [
            { owner, pct: p.pct },
            { owner: 'ZTE', pct: 30 },
          ],
        })),
      ],
      items: p.codes.map(
        (pattern) =>
          ({ scheme: pattern.includes('項') || pattern.includes('別表') ? 'JP_T1' : 'ECCN', pattern }) as const,
      ),
      keywords: p.words,
      negativeKeywords: p.negative,
      jurisdictions: p.jurisdictions,
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
    exceptCountries: some(['CN', 'KR', 'CA', 'JP', 'DE']),
    direction: fc.constantFrom('tighten', 'loosen', 'unknown'),
    stage: fc.constantFrom('in_force', 'proposed', 'announced'),
    aliases: some(NAMES),
    beneficiary: fc.constantFrom(...NAMES),
  })
  .map(({ words, codes, place, hsCode, exceptCountries, aliases, beneficiary, ...parts }) =>
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
        exceptCountries,
        aliases,
        beneficiary,
        title: words.join('、'),
      },
    }),
  );

const now = new Date('2026-01-01T00:00:00Z');

/** What the index says of each profile and what asking one profile after the other says. */
function bothWays(index: ProfileIndex, profiles: ReadonlyMap<string, Profile>, change: Change) {
  const facts = changeFacts(change);
  const scanned = [...profiles].flatMap(([id, profile]) => {
    const outcome = assessImpact(facts, prepareProfile(profile), now);
    return outcome.kind === 'matched' ? [{ id, score: outcome.impact.score, band: outcome.impact.band }] : [];
  });
  const found = [...index.match(facts, now)].toSorted((a, b) => a.id.localeCompare(b.id));
  return { found, scanned: scanned.toSorted((a, b) => a.id.localeCompare(b.id)) };
}

describe('ProfileIndex', () => {
  it('finds exactly whom a scan finds, with the same score and band', () => {
    fc.assert(
      fc.property(
        fc.array(profiles, { minLength: 1, maxLength: 8 }),
        fc.array(changes, { maxLength: 4 }),
        (all, seen) => {
          const index = new ProfileIndex();
          const declared = new Map(all.map((profile, at) => [`p${at}`, profile]));
          for (const [id, profile] of declared) index.put(id, profile);
          for (const change of seen) {
            const { found, scanned } = bothWays(index, declared, change);
            expect(found).toEqual(scanned);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('follows subscriptions that are made, altered and ended', () => {
    const edit = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      profile: fc.option(profiles, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, changes), { maxLength: 12 }), (steps) => {
        const index = new ProfileIndex();
        const declared = new Map<string, Profile>();
        for (const [{ id, profile }, change] of steps) {
          if (profile === undefined) {
            index.remove(id);
            declared.delete(id);
          } else {
            index.put(id, profile);
            declared.set(id, profile);
          }
          const { found, scanned } = bothWays(index, declared, change);
          expect(found).toEqual(scanned);
          expect(index.size).toBe(declared.size);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('tells nobody of what stands at or before the position after which they hear', () => {
    const index = new ProfileIndex();
    index.put('early', aProfile({ instruments: ['*'] }), 5);
    index.put('late', aProfile({ instruments: ['*'] }), 9);
    const heardAt = (position: number) => [...index.match(changeFacts(aChange({})), now, position)].map(({ id }) => id);
    expect([heardAt(5), heardAt(6), heardAt(10)]).toEqual([[], ['early'], ['early', 'late']]);
  });

  it('counts what replaced and removed profiles left behind', () => {
    const index = new ProfileIndex();
    for (const id of ['a', 'b', 'a']) index.put(id, aProfile({ instruments: ['*'] }));
    index.remove('b');
    index.remove('unknown');
    expect([index.size, index.leftBehind]).toEqual([1, 2]);
  });

  it('matches nobody with the first capture of a source', () => {
    const index = new ProfileIndex();
    index.put('all', aProfile({ instruments: ['*'] }));
    const detection = { path: 'list_diff', needsReview: false, notes: [], baseline: true } as const;
    expect(index.match(changeFacts(aChange({ detection })), now).size).toBe(0);
  });
});
