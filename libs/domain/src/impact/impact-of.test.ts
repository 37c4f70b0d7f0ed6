import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES } from '../change-type.ts';
import { BANDS } from '../profile.ts';
import { bandOf } from './band.ts';
import { aChange, aProfile } from './example-values.ts';
import { impactOf } from './impact-of.ts';
import { scoreFromReasons } from './score-from-reasons.ts';

const now = new Date('2026-01-10T15:00:00Z');
const party = { name: 'Acme Holding', aliases: [] };

function impact(change: Parameters<typeof aChange>[0], profile: Parameters<typeof aProfile>[0]) {
  const outcome = impactOf(aChange(change), aProfile(profile), now);
  if (outcome.kind === 'unmatched') throw new Error(outcome.because);
  return outcome.impact;
}

describe('impactOf', () => {
  it('gives reasons whose arithmetic is the score, for every kind of change', () => {
    const change = fc.record({
      type: fc.constantFrom(...CHANGE_TYPES),
      stage: fc.constantFrom(
        'announced',
        'anprm',
        'proposed',
        'interim_final',
        'final',
        'in_force',
        'stayed',
        'withdrawn',
        'guidance',
      ),
      direction: fc.constantFrom('tighten', 'loosen', 'mixed', 'neutral', 'unknown'),
      instrumentId: fc.constantFrom('US-EL', 'JP-EUL', 'US-CMMC', 'US-FDPR'),
      offset: fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(change, fc.boolean(), fc.boolean(), fc.boolean(), ({ offset, ...parts }, named, ships, speaks) => {
        const effectiveFrom =
          offset === undefined ? undefined : new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
        const { score, band, reasons } = impact(
          {
            ...parts,
            dates: effectiveFrom === undefined ? {} : { effectiveFrom },
            after: { country: 'CN', text: 'quantum' },
          },
          {
            instruments: ['*'],
            roles: ['exporter'],
            counterparties: named ? [party] : [],
            destinations: ships ? ['CN'] : [],
            keywords: speaks ? ['quantum'] : [],
          },
        );
        expect(scoreFromReasons(reasons)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(BANDS).toContain(band);
      }),
    );
  });

  it('moves the band by nothing that is not a reason, and gives no label without one', () => {
    const change = fc.record({
      type: fc.constantFrom(...CHANGE_TYPES),
      stage: fc.constantFrom('announced', 'anprm', 'proposed', 'final', 'in_force'),
      instrumentId: fc.constantFrom('US-EL', 'JP-EUL', 'US-TGL'),
      label: fc.constantFrom('Acme Holding', 'Acme Holdings', 'Acme Holdinge Kontor', 'Nobody'),
      needsReview: fc.boolean(),
      daysLeft: fc.integer({ min: -2, max: 20 }),
    });
    fc.assert(
      fc.property(change, fc.boolean(), ({ needsReview, daysLeft, ...parts }, relies) => {
        const effectiveTo = new Date(now.getTime() + daysLeft * 86_400_000).toISOString().slice(0, 10);
        const { score, band, reasons, labels } = impact(
          {
            ...parts,
            kind: relies ? 'authorisation' : 'entity',
            dates: { effectiveTo },
            detection: { path: 'list_diff', needsReview, notes: [], baseline: false },
          },
          { instruments: ['*'], counterparties: [party], authorisationsInUse: relies ? [parts.label] : [] },
        );
        const overrides = reasons.filter(({ factor }) => factor === 'override');
        expect(band).toBe(bandOf(overrides.at(-1)?.value ?? score));
        expect(labels.length).toBeLessThanOrEqual(overrides.length);
        expect(labels.includes('unconfirmed parse')).toBe(needsReview);
        expect(scoreFromReasons(reasons)).toBe(score);
      }),
    );
  });

  it('says why nobody was told when nothing declared is touched', () => {
    expect(impactOf(aChange({}), aProfile({ destinations: ['KR'] }), now)).toEqual({
      kind: 'unmatched',
      because: 'nothing declared in the profile is touched by this change',
    });
  });

  it('is silent about a jurisdiction that was not declared', () => {
    const outcome = impactOf(aChange({}), aProfile({ jurisdictions: ['JP'], counterparties: [party] }), now);
    expect(outcome).toMatchObject({ kind: 'unmatched', because: expect.stringContaining('US') });
  });

  it('matches nobody with a baseline', () => {
    const detection = { path: 'list_diff', needsReview: false, notes: [], baseline: true } as const;
    expect(impactOf(aChange({ detection }), aProfile({ counterparties: [party] }), now).kind).toBe('unmatched');
  });

  it('does not match on a role alone', () => {
    expect(impactOf(aChange({}), aProfile({ roles: ['exporter'] }), now).kind).toBe('unmatched');
  });

  it('holds a resemblance to high at most and says so, the score untouched', () => {
    const found = impact(
      { label: 'Acme Holdings Intl Kontor' },
      {
        counterparties: [{ name: 'Acme Holding Intl Kontors', aliases: [] }],
        endUses: ['nuclear'],
        instruments: [],
        destinations: [],
      },
    );
    expect(found.labels).toContain('possible match');
    expect(['high', 'medium']).toContain(found.band);
    expect(found.reasons.some(({ because }) => because.includes('resembles'))).toBe(true);
  });

  it('never says that a party is listed on a resemblance', () => {
    const found = impact(
      { label: 'Hangzhou Hikvision Digital Technology' },
      { counterparties: [{ name: 'Hangzhou Hik Vision Tech', aliases: [] }] },
    );
    expect(JSON.stringify(found)).not.toMatch(/is listed|has the name/);
  });

  it('caps an announcement at low and an editorial correction too', () => {
    expect(impact({ stage: 'announced' }, { counterparties: [party] })).toMatchObject({
      band: 'low',
      labels: ['not law'],
    });
    expect(impact({ type: 'correction.editorial' }, { counterparties: [party] }).band).toBe('info');
  });

  it('lifts the end of an authorisation in use to high within seven days even where it loosens', () => {
    const found = impact(
      {
        type: 'authorisation.expiring',
        kind: 'authorisation',
        label: 'OGL-1',
        instrumentId: 'US-ITAR',
        stage: 'guidance',
        direction: 'neutral',
        dates: { effectiveTo: '2026-01-15' },
      },
      { authorisationsInUse: ['OGL-1'] },
    );
    expect(found.score).toBeLessThan(60);
    expect(found.band).toBe('high');
  });

  it('keeps the band of an unconfirmed parse and labels it', () => {
    const detection = { path: 'list_diff', needsReview: true, notes: [], baseline: false } as const;
    expect(impact({ detection }, { counterparties: [party] })).toMatchObject({
      band: 'critical',
      labels: ['unconfirmed parse'],
    });
  });

  it('drops word matches that hold a negative keyword but never a counterparty', () => {
    const words = { keywords: ['quantum'], negativeKeywords: ['toy'] };
    const change = { label: 'Acme Holding', after: { text: 'quantum toy' } };
    expect(impactOf(aChange(change), aProfile(words), now).kind).toBe('unmatched');
    expect(impact(change, { ...words, counterparties: [party] }).score).toBe(100);
  });

  it('counts a keyword in the title for less than one in the rule', () => {
    const keywords = ['quantum'];
    const title = impact({ kind: 'document', label: '2026-00001', quote: 'Quantum items' }, { keywords });
    const rule = impact({ kind: 'rule', label: '§ 742.6', quote: 'quantum computers' }, { keywords });
    expect([title.reasons[2]?.value, rule.reasons[2]?.value]).toEqual([0.25, 0.5]);
  });

  it('points at the quote that holds the listed name', () => {
    expect(impact({}, { counterparties: [party] }).reasons).toContainEqual(
      expect.objectContaining({ factor: 'relevance', evidenceRef: 0 }),
    );
  });

  it('tells of a listed owner of half of a customer, adding up several owners', () => {
    const customer = (pct: number) => ({
      name: 'Lotus',
      aliases: [],
      ownership: [
        { owner: 'Acme Holding', pct },
        { owner: 'Other', pct: 10 },
      ],
    });
    expect(impact({}, { counterparties: [customer(50)] }).reasons[2]).toMatchObject({ value: 0.9 });
    expect(impactOf(aChange({}), aProfile({ counterparties: [customer(49)] }), now).kind).toBe('unmatched');
    expect(
      impact({ after: { name: 'Acme Holding', aliases: ['Other'] } }, { counterparties: [customer(45)] }).score,
    ).toBe(90);
  });

  it('survives hostile values in the facts of a change', () => {
    const hostile = {
      name: '<script>'.repeat(10_000),
      aliases: [null, 7, { a: 1 }],
      country: 42,
      items: [['3A001']],
      value: 'NaN',
    };
    expect(impactOf(aChange({ after: hostile }), aProfile({ instruments: ['*'] }), now).kind).toBe('matched');
  });
});
