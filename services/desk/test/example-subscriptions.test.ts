import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Change, impactOf, profileProblems } from '#domain';
import { readSubscriptionFile, writeSubscriptionFile } from '../src/subscription/subscription-file.ts';
import { hikvision } from './example-changes.ts';

const FILE = readFileSync(new URL('../../../config/example-subscriptions.yaml', import.meta.url), 'utf8');
const examples = readSubscriptionFile(FILE);

/** In force since 2019, and nothing more said. */
const BASE: Change = hikvision;

const entity = (label: string): Partial<Change> => ({
  type: 'entity.added',
  instrumentId: 'US-EL',
  subject: { kind: 'entity', key: label, label },
  after: { name: label, aliases: [], country: 'CN' },
});

/** An act of the kind that each subscriber waits for, and how loudly it must reach them. */
const AWAITED: Readonly<Record<string, readonly [parts: Partial<Change>, band: string]>> = {
  'example-equipment-exporter': [
    {
      type: 'item.added',
      jurisdiction: 'JP',
      instrumentId: 'JP-EXPORT-T1',
      subject: { kind: 'item', key: '7の項(16)', label: '7の項(16)' },
      after: { country: 'CN' },
    },
    'critical',
  ],
  'example-chip-vendor': [entity('ZTE Corporation'), 'critical'],
  'example-carrier': [
    {
      type: 'authorisation.revoked',
      instrumentId: 'US-TGL',
      subject: { kind: 'authorisation', key: 'tgl', label: 'Temporary General License' },
      after: { beneficiary: 'Huawei Technologies Co., Ltd.' },
    },
    'critical',
  ],
  'example-fund': [
    {
      type: 'threshold.changed',
      jurisdiction: 'JP',
      instrumentId: 'JP-FDI',
      subject: { kind: 'threshold', key: 'shares', label: '上場会社等の株式取得' },
      before: { value: 10 },
      after: { value: 1, unit: 'percent' },
    },
    'critical',
  ],
  'example-university': [entity('Example Research Institute'), 'medium'],
  'example-defense-supplier': [
    {
      type: 'lineage.final',
      instrumentId: 'US-CMMC',
      stage: 'final',
      subject: { kind: 'document', key: '2025-17359', label: '2025-17359' },
      after: { title: 'Assessing Contractor Implementation of Cybersecurity Requirements' },
    },
    'high',
  ],
  'example-foundry': [
    {
      type: 'rule.scope_changed',
      instrumentId: 'US-FDPR',
      subject: { kind: 'rule', key: '736.2', label: '§ 736.2(b)(3)' },
      after: { items: ['3E991'], text: '5G' },
    },
    'critical',
  ],
  'example-distributor': [
    {
      type: 'list.ownership_scope_changed',
      instrumentId: 'US-EL',
      subject: { kind: 'rule', key: '744.11', label: '§ 744.11' },
      after: { ownershipPct: 50 },
    },
    'critical',
  ],
  'example-camera-importer': [entity('Hangzhou Hikvision Digital Technology Co., Ltd.'), 'high'],
};

describe('the example subscriptions', () => {
  it('are one a kind of subscriber, each with an act that it waits for', () => {
    expect(examples.map(({ id }) => id)).toEqual(Object.keys(AWAITED));
  });

  it.each(examples)('$id declares only what can match, and is told of what it waits for', ({ id, profile }) => {
    expect(profileProblems(profile)).toEqual([]);
    const [parts, band] = AWAITED[id] ?? [];
    const change: Change = { ...BASE, ...parts };
    const outcome = impactOf(change, profile, new Date('2026-01-10T00:00:00Z'));
    expect(outcome).toMatchObject({ kind: 'matched', impact: { band } });
  });

  it('come back the same when they are written and read', () => {
    const subscriptions = examples.map(({ id, ...rest }) => ({ subscriptionId: id, tenantId: 'default', ...rest }));
    expect(readSubscriptionFile(writeSubscriptionFile(subscriptions, true))).toEqual(examples);
  });
});
