import { describe, expect, it } from 'vitest';
import type { Change } from '../change.ts';
import type { Band, Profile } from '../profile.ts';
import { aChange, aProfile } from './example-values.ts';
import { impactOf } from './impact-of.ts';

/**
 * Worked examples of the impact model. The acts and their dates are real; what is written into `before` and `after` is
 * ours, in the form the differs use.
 */
interface Vector {
  readonly id: string;
  readonly change: Change;
  readonly profile: Profile;
  readonly alertAt: string;
  readonly score: number;
  readonly band: Band;
}

const zte = { name: 'ZTE Corporation', aliases: ['ZTE'], country: 'CN' };
const exporterToZte = aProfile({ roles: ['exporter'], counterparties: [zte] });
const huawei = { name: 'Huawei Technologies Co., Ltd.', aliases: ['Huawei'], country: 'CN' };
const huaweiListed = aChange({
  type: 'entity.added',
  instrumentId: 'US-EL',
  label: 'Huawei Technologies Co., Ltd. (Huawei)',
  after: { name: 'Huawei Technologies Co., Ltd.', aliases: ['Huawei'], country: 'CN', list: 'EL' },
  dates: { effectiveFrom: '2019-05-16', publishedOn: '2019-05-21' },
});
const tglUser = aProfile({ roles: ['telecom_operator'], authorisationsInUse: ['US-TGL:HUAWEI-2019'] });
const tgl = (type: Change['type'], more: Parameters<typeof aChange>[0]): Change =>
  aChange({
    ...more,
    type,
    instrumentId: 'US-TGL',
    kind: 'authorisation',
    label: 'Temporary General License: Huawei Technologies and affiliates',
    after: { beneficiary: 'Huawei Technologies Co., Ltd.', ...more.after },
  });
const ownedCustomer = aProfile({
  roles: ['reexporter'],
  counterparties: [{ name: 'Lotus Distribution', aliases: [], ownership: [{ owner: 'Acme Holding', pct: 60 }] }],
});
const affiliates = (type: Change['type'], more: Parameters<typeof aChange>[0]): Change =>
  aChange({
    ...more,
    type,
    instrumentId: 'US-EL',
    kind: 'rule',
    label: '§ 744.11 affiliates',
    after: { ownershipPct: 50 },
  });

const VECTORS: readonly Vector[] = [
  {
    id: 'W1 ZTE listed, exact counterparty',
    change: aChange({
      type: 'entity.added',
      instrumentId: 'US-EL',
      label: 'Zhongxing Telecommunications Equipment (ZTE) Corporation',
      after: {
        name: 'Zhongxing Telecommunications Equipment Corporation',
        aliases: ['ZTE Corporation'],
        country: 'CN',
      },
      dates: { effectiveFrom: '2016-03-08' },
    }),
    profile: exporterToZte,
    alertAt: '2016-03-08T14:00:00Z',
    score: 100,
    band: 'critical',
  },
  {
    id: 'W2 temporary relief for ZTE',
    change: aChange({
      type: 'authorisation.issued',
      instrumentId: 'US-TGL',
      kind: 'authorisation',
      label: 'Temporary General License',
      direction: 'loosen',
      after: { beneficiaries: ['ZTE Corporation', 'ZTE Kangxun'], validTo: '2016-06-30' },
      dates: { effectiveFrom: '2016-03-24', effectiveTo: '2016-06-30' },
    }),
    profile: exporterToZte,
    alertAt: '2016-03-24T14:00:00Z',
    score: 60,
    band: 'high',
  },
  {
    id: 'W3a Huawei listed, seen at public inspection, exact counterparty',
    change: huaweiListed,
    profile: aProfile({ roles: ['manufacturer', 'reexporter'], counterparties: [huawei] }),
    alertAt: '2019-05-16T20:45:00Z',
    score: 100,
    band: 'critical',
  },
  {
    id: 'W3b Huawei listed, university with destination and role only',
    change: huaweiListed,
    profile: aProfile({ roles: ['university'], destinations: ['CN'] }),
    alertAt: '2019-05-16T20:45:00Z',
    score: 33,
    band: 'low',
  },
  {
    id: 'W4a the licence a carrier uses is extended',
    change: tgl('authorisation.extended', {
      direction: 'loosen',
      dates: { effectiveFrom: '2019-11-18', effectiveTo: '2020-02-16' },
    }),
    profile: tglUser,
    alertAt: '2019-11-20T14:00:00Z',
    score: 54,
    band: 'medium',
  },
  {
    id: 'W4b the licence a carrier uses ends in seven days',
    change: tgl('authorisation.expiring', { direction: 'tighten', dates: { effectiveTo: '2020-02-16' } }),
    profile: tglUser,
    alertAt: '2020-02-09T15:00:00Z',
    score: 80,
    band: 'critical',
  },
  {
    id: 'W5 fuzzy counterparty and end use',
    change: aChange({
      type: 'entity.added',
      instrumentId: 'US-EL',
      label: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
      after: { name: 'Hangzhou Hikvision Digital Technology Co., Ltd.', aliases: [], country: 'CN' },
      dates: { effectiveFrom: '2019-10-09' },
      quote: 'implicated in high-technology surveillance',
    }),
    profile: aProfile({
      roles: ['importer'],
      counterparties: [{ name: 'Hangzhou Hik Vision Tech', aliases: [] }],
      endUses: ['surveillance'],
    }),
    alertAt: '2019-10-09T14:00:00Z',
    score: 78,
    band: 'high',
  },
  {
    id: 'W6a geospatial imagery software, wildcard item and technology tag',
    change: aChange({
      type: 'item.added',
      instrumentId: 'US-0Y521',
      kind: 'item',
      label: '0D521 No. 1',
      after: { text: 'Geospatial imagery software', exceptCountry: 'CA' },
      dates: { effectiveFrom: '2020-01-06', commentClose: '2020-03-06' },
    }),
    profile: aProfile({
      roles: ['manufacturer'],
      items: [{ scheme: 'ECCN', pattern: '0D*' }],
      technologies: ['geospatial'],
    }),
    alertAt: '2020-01-06T15:00:00Z',
    score: 87,
    band: 'critical',
  },
  {
    id: 'W6b the same for a vendor who ships to Canada only',
    change: aChange({
      type: 'item.added',
      instrumentId: 'US-0Y521',
      kind: 'item',
      label: '0D521 No. 1',
      after: { text: 'Geospatial imagery software', exceptCountry: 'CA' },
      dates: { effectiveFrom: '2020-01-06' },
    }),
    profile: aProfile({ instruments: ['US-0Y521'], destinations: ['CA'] }),
    alertAt: '2020-01-06T15:00:00Z',
    score: 14,
    band: 'info',
  },
  {
    id: 'W7 foreign-produced direct product rule, foundry',
    change: aChange({
      type: 'rule.scope_changed',
      instrumentId: 'US-FDPR',
      kind: 'rule',
      label: '§ 736.2(b)(3)',
      stage: 'interim_final',
      after: { items: ['3E991'], text: 'footnote 1 entities; 5G' },
      dates: { effectiveFrom: '2020-05-15', commentClose: '2020-07-14' },
    }),
    profile: aProfile({ roles: ['foundry'], items: [{ scheme: 'ECCN', pattern: '3E991' }], endUses: ['5g'] }),
    alertAt: '2020-05-15T18:00:00Z',
    score: 94,
    band: 'critical',
  },
  {
    id: 'W8 the licence a carrier uses is withdrawn',
    change: tgl('authorisation.revoked', { dates: { effectiveFrom: '2020-08-17' } }),
    profile: tglUser,
    alertAt: '2020-08-17T18:00:00Z',
    score: 94,
    band: 'critical',
  },
  {
    id: 'W9 FEFA threshold from 10 to 1 percent, fund with 5 percent of a core-sector issuer',
    change: aChange({
      type: 'threshold.changed',
      jurisdiction: 'JP',
      instrumentId: 'JP-FDI',
      kind: 'threshold',
      label: '上場会社等の株式取得',
      before: { value: 10 },
      after: { value: 1, unit: 'percent', text: 'prior notification; core sector' },
      dates: { effectiveFrom: '2020-05-08' },
    }),
    profile: aProfile({
      roles: ['investor'],
      investment: [{ stakePct: 5, sector: 'core sector', investorState: 'US' }],
    }),
    alertAt: '2020-04-30T03:00:00Z',
    score: 82,
    band: 'critical',
  },
  {
    id: 'W10 CMMC acquisition rule, contractor that handles CUI',
    change: aChange({
      type: 'lineage.final',
      instrumentId: 'US-CMMC',
      kind: 'document',
      label: '2025-17359',
      stage: 'final',
      after: { title: 'Assessing Contractor Implementation of Cybersecurity Requirements' },
      dates: { publishedOn: '2025-09-10', effectiveFrom: '2025-11-10' },
    }),
    profile: aProfile({ roles: ['dod_contractor'], handles: ['CUI'], instruments: ['US-CMMC'] }),
    alertAt: '2025-09-10T14:00:00Z',
    score: 67,
    band: 'high',
  },
  {
    id: 'W11 October 2022 rule, toolmaker with a wildcard item and a destination',
    change: aChange({
      type: 'item.added',
      instrumentId: 'US-CCL',
      kind: 'item',
      label: '3B090',
      after: { country: 'CN' },
      dates: { effectiveFrom: '2022-10-07' },
    }),
    profile: aProfile({ roles: ['manufacturer'], items: [{ scheme: 'ECCN', pattern: '3B*' }], destinations: ['CN'] }),
    alertAt: '2022-10-07T14:00:00Z',
    score: 87,
    band: 'critical',
  },
  {
    id: 'W12 Japanese semiconductor items, exact item and destination',
    change: aChange({
      type: 'item.added',
      jurisdiction: 'JP',
      instrumentId: 'JP-EXPORT-T1',
      kind: 'item',
      label: '7の項(16)',
      after: { country: 'CN' },
      dates: { effectiveFrom: '2023-07-23' },
    }),
    profile: aProfile({
      roles: ['exporter'],
      items: [{ scheme: 'JP_T1', pattern: '七の項（十六）' }],
      destinations: ['CN'],
    }),
    alertAt: '2023-05-23T03:00:00Z',
    score: 82,
    band: 'critical',
  },
  {
    id: 'W13a ownership rule, customer 60 percent owned',
    change: affiliates('list.ownership_scope_changed', {
      stage: 'interim_final',
      dates: { effectiveFrom: '2025-09-29' },
    }),
    profile: ownedCustomer,
    alertAt: '2025-09-29T14:00:00Z',
    score: 96,
    band: 'critical',
  },
  {
    id: 'W13b ownership rule suspended for a year',
    change: affiliates('rule.suspended', {
      direction: 'loosen',
      dates: { effectiveFrom: '2025-11-10', effectiveTo: '2026-11-09' },
    }),
    profile: ownedCustomer,
    alertAt: '2025-11-10T14:00:00Z',
    score: 62,
    band: 'high',
  },
  {
    id: 'W13c thirty days before the suspension ends',
    change: affiliates('rule.reinstatement_scheduled', { dates: { effectiveFrom: '2026-11-10' } }),
    profile: ownedCustomer,
    alertAt: '2026-10-11T14:00:00Z',
    score: 81,
    band: 'critical',
  },
  {
    id: 'W14 emerging technology notice, AI venture',
    change: aChange({
      type: 'lineage.anprm',
      instrumentId: 'US-ECRA-1758',
      kind: 'document',
      label: '2018-25221',
      stage: 'anprm',
      direction: 'unknown',
      after: { title: 'Review of Controls for Certain Emerging Technologies', summary: 'artificial intelligence' },
      dates: { publishedOn: '2018-11-19', commentClose: '2018-12-19' },
    }),
    profile: aProfile({ roles: ['manufacturer'], technologies: ['ai'] }),
    alertAt: '2018-11-19T14:00:00Z',
    score: 25,
    band: 'low',
  },
  {
    id: 'W15 Korea leaves 別表第三',
    change: aChange({
      type: 'country.removed',
      jurisdiction: 'JP',
      instrumentId: 'JP-COUNTRY',
      kind: 'country',
      label: '大韓民国',
      before: { list: '別表第三' },
      dates: { effectiveFrom: '2019-08-28' },
    }),
    profile: aProfile({ roles: ['exporter'], destinations: ['KR'] }),
    alertAt: '2019-08-07T03:00:00Z',
    score: 78,
    band: 'high',
  },
  {
    id: 'W16 New Zealand becomes an excepted state',
    change: aChange({
      type: 'country.exemption_added',
      instrumentId: 'US-CFIUS-EXC',
      kind: 'country',
      label: 'New Zealand',
      direction: 'loosen',
      dates: { effectiveFrom: '2022-01-05' },
    }),
    profile: aProfile({ roles: ['investor'], investment: [{ stakePct: 12, sector: 'dairy', investorState: 'NZ' }] }),
    alertAt: '2022-01-05T14:00:00Z',
    score: 51,
    band: 'medium',
  },
  {
    id: 'W17 review policy eased for advanced chips',
    change: aChange({
      type: 'entity.review_policy_changed',
      instrumentId: 'US-CCL',
      kind: 'rule',
      label: '§ 742.6(b)(10)',
      direction: 'loosen',
      after: { items: ['3A090.a', '4A090.a'], country: 'CN' },
      dates: { effectiveFrom: '2026-01-15' },
    }),
    profile: aProfile({ roles: ['exporter'], items: [{ scheme: 'ECCN', pattern: '3A090' }], destinations: ['CN'] }),
    alertAt: '2026-01-15T14:00:00Z',
    score: 56,
    band: 'medium',
  },
  {
    id: 'W18 typographical correction of a counterparty entry',
    change: aChange({
      type: 'correction.editorial',
      alerting: false,
      instrumentId: 'US-EL',
      label: 'Huawei Technologies Co., Ltd.',
      stage: 'final',
      direction: 'neutral',
      dates: { effectiveFrom: '2022-08-24' },
    }),
    profile: aProfile({ counterparties: [huawei] }),
    alertAt: '2022-08-24T14:00:00Z',
    score: 3,
    band: 'info',
  },
  {
    id: 'W19 section 889 part B, contractor that uses video equipment',
    change: aChange({
      type: 'lineage.interim_final',
      instrumentId: 'US-889',
      kind: 'document',
      label: '2020-15293',
      stage: 'interim_final',
      after: { title: 'Prohibition on Contracting With Entities Using Certain Video Surveillance Equipment' },
      dates: { publishedOn: '2020-07-14', effectiveFrom: '2020-08-13', commentClose: '2020-09-14' },
    }),
    profile: aProfile({ roles: ['dod_contractor'], endUses: ['surveillance'], instruments: ['US-889'] }),
    alertAt: '2020-07-14T14:00:00Z',
    score: 70,
    band: 'high',
  },
  {
    id: 'W20 Foreign End User List, exact counterparty',
    change: aChange({
      type: 'entity.added',
      jurisdiction: 'JP',
      instrumentId: 'JP-EUL',
      label: 'DANDONG RICH EARTH TRADING CO., LTD. (丹东富地贸易有限公司)',
      after: { name: 'DANDONG RICH EARTH TRADING CO., LTD. (丹东富地贸易有限公司)', aliases: [], country: 'CN' },
      dates: { publishedOn: '2025-09-29', effectiveFrom: '2025-10-09' },
    }),
    profile: aProfile({ roles: ['exporter'], counterparties: [{ name: 'Dandong Rich Earth Trading', aliases: [] }] }),
    alertAt: '2025-09-29T03:00:00Z',
    score: 78,
    band: 'high',
  },
];

describe('impactOf', () => {
  it.each(VECTORS)('scores $id as $score, $band', ({ change, profile, alertAt, score, band }) => {
    expect(impactOf(change, profile, new Date(alertAt))).toMatchObject({ kind: 'matched', impact: { score, band } });
  });

  it('has every worked example', () => {
    expect(VECTORS).toHaveLength(25);
  });
});
