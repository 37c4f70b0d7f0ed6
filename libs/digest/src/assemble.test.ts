import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Band, CHANGE_TYPES, type Change, type Impact } from '#domain';
import { assembleDigest, type DigestInput } from './assemble.ts';
import type { Digest } from './digest.ts';
import { exampleChange } from './example-change.ts';
import { digestText } from './text/digest-text.ts';

const period = { from: '2019-10-08T21:00:00Z', to: '2019-10-09T21:00:00Z', timeZone: 'Asia/Tokyo' };
const sources = [
  { sourceId: 'us-federal-register', title: 'Federal Register', lastSuccessAt: '2019-10-09T20:45:00Z', fresh: true },
  { sourceId: 'jp-meti-news', title: 'METI news', fresh: false, problem: 'page moved' },
];
const impact = (band: Band, score: number): Impact => ({
  band,
  score,
  labels: [],
  reasons: [{ factor: 'relevance', value: 1, because: 'counterparty: "Hikvision" has the name' }],
});

function digestOf(changes: readonly Change[], more: Partial<DigestInput> = {}): Digest {
  return assembleDigest({ period, changes, impacts: new Map(), sources, ...more });
}

function idsTold(digest: Digest): Set<string> {
  const lines = [
    ...digest.listChanges,
    ...digest.itemChanges,
    ...digest.pipeline.flatMap(({ steps }) => steps),
    ...digest.guidance,
    ...digest.corrections,
  ];
  return new Set(lines.map(({ changeId }) => changeId));
}

describe('assembleDigest', () => {
  it('tells or counts every change, whatever its kind', () => {
    const changes = fc.array(
      fc.record({
        type: fc.constantFrom(...CHANGE_TYPES),
        alerting: fc.boolean(),
        stage: fc.constantFrom('proposed', 'final', 'guidance', 'in_force'),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(changes, (parts) => {
        const all = parts.map((part, at) => exampleChange({ ...part, changeId: `change ${at}` }));
        const digest = digestOf(all);
        const counted = digest.notAlerted.flatMap(({ changeIds }) => changeIds);
        expect(idsTold(digest).union(new Set(counted))).toEqual(new Set(all.map(({ changeId }) => changeId)));
        expect(digest.ledger.flatMap(({ changeIds }) => changeIds).toSorted()).toEqual([...idsTold(digest)].toSorted());
      }),
    );
  });

  it('says what was checked and what was not when nothing changed', () => {
    const digest = digestOf([], { profileName: 'Example Devices' });
    expect(digest.header).toMatchObject({ isEmpty: true, sources, gaps: [{ sourceId: 'jp-meti-news' }] });
    const text = digestText(digest);
    expect(text).toContain('No relevant change; 1 of 2 sources were checked in time.');
    expect(text).toContain('METI news: never read COVERAGE GAP: page moved');
    expect(text).toContain('no legal advice');
  });

  it('puts what is critical or high first, nearest date first', () => {
    const far = exampleChange({ label: 'far', dates: { effectiveFrom: '2019-12-01' } });
    const near = exampleChange({ label: 'near', dates: { effectiveFrom: '2019-10-10' } });
    const minor = exampleChange({ label: 'minor' });
    const impacts = new Map([
      [far.changeId, impact('critical', 96)],
      [near.changeId, impact('high', 70)],
      [minor.changeId, impact('low', 25)],
    ]);
    const digest = digestOf([far, minor, near], { profileName: 'Example Devices', impacts });
    expect(digest.actNow.map(({ change }) => change.subject.label)).toEqual(['near', 'far']);
    expect(digest.header.counts).toEqual({ critical: 1, high: 1, medium: 0, low: 1, info: 0 });
  });

  it('counts, but does not tell, what is outside the profile or of a silent kind', () => {
    const outside = exampleChange({ label: 'outside' });
    const silent = exampleChange({ label: 'silent', type: 'entity.citation_changed', alerting: false });
    const digest = digestOf([outside, silent], { profileName: 'Example Devices' });
    expect(digest.listChanges).toEqual([]);
    expect(digest.notAlerted.map(({ type, because, count }) => [type, because, count])).toEqual([
      ['entity.added', 'outside the profile', 1],
      ['entity.citation_changed', 'silent kind', 1],
    ]);
  });

  it('holds nothing of a baseline', () => {
    const detection = { path: 'list_diff', needsReview: false, notes: [], baseline: true } as const;
    const digest = digestOf([exampleChange({ detection })]);
    expect([digest.header.isEmpty, digest.notAlerted]).toEqual([true, []]);
  });

  it('counts deadlines from the last day of the period in the reader zone', () => {
    const due = (effectiveFrom: string) => exampleChange({ label: effectiveFrom, dates: { effectiveFrom } });
    const { deadlines } = digestOf([
      due('2019-10-09'),
      due('2019-10-10'),
      due('2019-11-09'),
      due('2019-11-10'),
      due('2020-01-08'),
      due('2020-01-09'),
    ]);
    expect(deadlines.within30.map(({ on, daysLeft }) => [on, daysLeft])).toEqual([
      ['2019-10-10', 0],
      ['2019-11-09', 30],
    ]);
    expect(deadlines.within90.map(({ on }) => on)).toEqual(['2019-11-10', '2020-01-08']);
  });

  it('sets a change beside what the other side did', () => {
    const us = exampleChange({ label: 'US party' });
    const jp = exampleChange({ label: 'JP party', instrumentId: 'JP-EUL', jurisdiction: 'JP' });
    expect(digestOf([us, jp]).sideBySide).toMatchObject([
      { topic: 'Listed end users', us: [{}], jp: [{}], gap: expect.stringContaining('Both sides') },
    ]);
    expect(digestOf([us]).sideBySide[0]?.gap).toContain('No change on the Japanese side');
  });

  it('joins the steps of one rulemaking under its RIN, oldest first', () => {
    const step = (type: Change['type'], publishedOn: string) =>
      exampleChange({
        type,
        label: publishedOn,
        kind: 'document',
        lineage: { rin: ['1400-AF84'] },
        dates: { publishedOn },
      });
    const { pipeline } = digestOf([step('lineage.final', '2025-12-30'), step('lineage.proposed', '2024-05-01')]);
    expect(pipeline).toMatchObject([{ thread: '1400-AF84', steps: [{ step: 'proposed' }, { step: 'final' }] }]);
  });

  it('says what was said and what is, of a moved date', () => {
    const moved = exampleChange({
      type: 'date.effective_changed',
      kind: 'document',
      label: '2022-00448',
      dates: { effectiveFrom: '2022-03-07' },
      after: { oldEffective: '2022-01-19' },
    });
    expect(digestOf([moved]).corrections).toMatchObject([{ said: '2022-01-19', is: '2022-03-07' }]);
  });
});

describe('what was told before the period', () => {
  const anprm = exampleChange({
    type: 'lineage.anprm',
    kind: 'document',
    label: '2018-25221',
    lineage: { rin: ['0694-AH61'] },
    dates: { publishedOn: '2018-11-19', commentClose: '2019-11-01' },
  });
  const extended = exampleChange({
    type: 'comment.extended',
    kind: 'document',
    label: '2018-27148',
    lineage: { rin: ['0694-AH61'] },
    dates: { publishedOn: '2018-12-14', commentClose: '2019-11-20' },
    after: { oldCommentClose: '2019-11-01' },
  });
  const standing = exampleChange({ label: 'standing', dates: { effectiveFrom: '2019-10-20' } });
  const fresh = exampleChange({ label: 'fresh', dates: { effectiveFrom: '2019-10-21' } });

  it('marks dates as new, changed or standing', () => {
    const { deadlines } = digestOf([extended, fresh], { earlier: [anprm, standing] });
    expect(deadlines.within30.map(({ on, mark }) => [on, mark])).toEqual([
      ['2019-10-20', 'standing'],
      ['2019-10-21', 'new'],
    ]);
    expect(deadlines.within90.map(({ on, mark, movedFrom }) => [on, mark, movedFrom])).toEqual([
      ['2019-11-20', 'changed', '2019-11-01'],
    ]);
  });

  it('keeps the earlier steps of a rulemaking that moved, and of no other', () => {
    const { pipeline } = digestOf([extended], { earlier: [anprm, standing] });
    expect(pipeline[0]?.steps.map(({ step, earlier }) => [step, earlier])).toEqual([
      ['anprm', true],
      ['extended', undefined],
    ]);
    expect(digestOf([fresh], { earlier: [anprm] }).pipeline).toEqual([]);
  });

  it('says where the other side stands', () => {
    const jp = exampleChange({ label: 'JP party', instrumentId: 'JP-EUL', jurisdiction: 'JP' });
    expect(digestOf([fresh], { earlier: [jp] }).sideBySide).toMatchObject([
      { jp: [], jpStatus: expect.stringContaining('Last noticed 2019-10-09: ') },
    ]);
  });

  it('sets what the reader was told beside what is, each with its proof', () => {
    const told = { told: anprm, fact: 'end of the comment period', said: '2019-11-01', is: '2019-11-20' };
    const digest = digestOf([extended], { earlier: [anprm], corrected: new Map([[extended.changeId, [told]]]) });
    expect(digest.corrections).toMatchObject([
      {
        said: '2019-11-01',
        is: '2019-11-20',
        told: { changeId: anprm.changeId, citations: [{ url: expect.any(String) }] },
      },
    ]);
    expect(digestText(digest)).toContain('We said (end of the comment period): 2019-11-01');
  });
});

describe('digestText', () => {
  const change = exampleChange({
    type: 'entity.license_requirement_changed',
    citation: '84 FR 54002',
    before: { licenseRequirement: 'For all items on the CCL.' },
    after: { licenseRequirement: 'For all items subject to the EAR.', country: 'CN', list: 'EL' },
    dates: { effectiveFrom: '2019-10-09' },
  });
  const text = digestText(
    digestOf([change], {
      profileName: 'Example Devices',
      impacts: new Map([[change.changeId, impact('critical', 84)]]),
    }),
  );

  it('keeps the fixed order of sections', () => {
    const headings = [
      'Redline digest',
      'Act now',
      'List changes',
      'US and Japan side by side',
      'Evidence',
      'What this is not',
    ];
    const places = headings.map((heading) => text.indexOf(`\n${heading}\n`) + (heading === 'Redline digest' ? 1 : 0));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('shows reasons, dates with their zone, the redline without colour, and the proof', () => {
    expect(text).toContain('Why you: counterparty');
    expect(text).toContain('effective 2019-10-09 (America/New_York)');
    expect(text).toContain('[-on -][+subject to +]the [-CCL-][+EAR+].');
    expect(text).toContain('84 FR 54002, row 14: https://www.ecfr.gov/current/title-15/part-744 (read from ');
    expect(text).toContain(`sha256 ${'a'.repeat(64)}`);
  });

  it('keeps a publisher name with line breaks on its own line', () => {
    const forged = exampleChange({ label: 'Acme\n\nAct now\n-------\n* forged' });
    expect(digestText(digestOf([forged]))).not.toMatch(/^\* forged/m);
  });
});
