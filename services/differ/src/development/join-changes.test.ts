import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#domain';
import { aChange, aRule, listed } from './a-change.fixture.ts';
import { developmentsOf } from './join-changes.ts';

const RULE = aRule('2023-26935', {
  dates: { publishedOn: '2023-12-07' },
  lineage: { citation: ['88 FR 85097'], rin: ['0694-AJ44'] },
});
const CODIFIED = listed('us-ecfr-15-744-supp4', 'Aram Kocharyan', '2023-12-07T12:00:00.000Z');
const SCREENED = listed('us-csl', 'Aram Kocharyan', '2023-12-08T13:00:00.000Z', {
  frCitation: ['88 F.R. 85097 12/7/2023'],
});

/** The AUKUS exemption under the ITAR, from its proposal to its final rule. */
const AUKUS = [
  aRule('2024-08829', { stage: 'proposed', type: 'lineage.proposed', lineage: { rin: ['1400-AF84'] } }),
  aRule('2024-18043', { stage: 'interim_final', type: 'lineage.interim_final', lineage: { rin: ['1400-AF84'] } }),
  aRule('2025-23998', { stage: 'final', type: 'lineage.final', lineage: { rin: ['1400-AF84'] } }),
  aRule('2026-00001', { type: 'correction.substantive', lineage: { corrects: ['2025-23998'] } }),
];

const numbersOf = (changes: readonly Change[]) => {
  const names = new Map(changes.map((change) => [change.changeId, change.documentNumber ?? change.sourceId]));
  return developmentsOf(changes)
    .map((one) => one.members.map((id) => names.get(id) ?? '').toSorted())
    .toSorted();
};

describe('changes about one act', () => {
  it('join over the register page, however each source prints it', () => {
    expect(numbersOf([CODIFIED, RULE, SCREENED])).toEqual([['2023-26935', 'us-csl', 'us-ecfr-15-744-supp4']]);
  });

  it('join a document that has no page yet by the day its list cites', () => {
    const filed = { ...RULE, lineage: {} };
    expect(numbersOf([CODIFIED, filed])).toEqual([['2023-26935', 'us-ecfr-15-744-supp4']]);
  });

  it('keep two rules of one day apart once each has its page (T21)', () => {
    const other = aRule('2023-26936', { dates: { publishedOn: '2023-12-07' }, lineage: { citation: ['88 FR 85100'] } });
    expect(numbersOf([CODIFIED, RULE, other])).toEqual([['2023-26935', 'us-ecfr-15-744-supp4'], ['2023-26936']]);
  });

  it('link two documents of one day and one RIN, each under its own number (T21)', () => {
    const license = aRule('2019-17920', { lineage: { rin: ['0694-AH77'], citation: ['84 FR 43487'] } });
    const additions = aRule('2019-17921', { lineage: { rin: ['0694-AH77'], citation: ['84 FR 43493'] } });
    expect(license.changeId).not.toBe(additions.changeId);
    expect(numbersOf([license, additions])).toEqual([['2019-17920', '2019-17921']]);
  });

  it('follow a rulemaking by its RIN, and a correction by the document it corrects', () => {
    expect(numbersOf(AUKUS)).toEqual([['2024-08829', '2024-18043', '2025-23998', '2026-00001']]);
  });

  it('do not join by a citation that the row had before', () => {
    const reworded = aChange({
      sourceId: 'us-csl',
      type: 'entity.review_policy_changed',
      before: { name: 'Aram Kocharyan', country: 'AM', frCitation: ['88 FR 85097'] },
      after: { name: 'Aram Kocharyan', country: 'AM', frCitation: ['88 FR 85097'] },
      detectedAt: '2025-12-08T13:00:00.000Z',
    });
    expect(numbersOf([RULE, reworded])).toEqual([['2023-26935'], ['us-csl']]);
  });

  it('join a removal with the document whose instructions name the party', () => {
    const document = aRule('2024-03674', {
      dates: { publishedOn: '2024-02-27' },
      lineage: { citation: ['89 FR 14403'] },
      after: { announced: [{ type: 'entity.removed', list: 'EL', name: 'Karim Daadaa', country: 'DE' }] },
    });
    const gone = aChange({
      sourceId: 'us-csl',
      type: 'entity.removed',
      subject: { kind: 'entity', key: 'k', label: 'KARIM DAADAA' },
      before: { name: 'KARIM DAADAA', country: 'DE' },
      detectedAt: '2024-03-01T13:00:00.000Z',
    });
    expect(numbersOf([document, gone])).toEqual([['2024-03674', 'us-csl']]);
  });

  it('join a party taken from one list because it was put on another (T23)', () => {
    const gone = aChange({
      sourceId: 'us-csl',
      type: 'entity.removed',
      instrumentId: 'US-UVL',
      before: { name: 'Aram Kocharyan', country: 'AM' },
      detectedAt: '2023-12-08T13:00:00.000Z',
    });
    expect(numbersOf([CODIFIED, gone])).toEqual([['us-csl', 'us-ecfr-15-744-supp4']]);
  });

  it('join a Japanese order with its release and its row in the amendment log', () => {
    const release = aChange({
      sourceId: 'jp-meti-news',
      type: 'document.published',
      jurisdiction: 'JP',
      instrumentId: 'JP-EXPORT-T1',
      subject: {
        kind: 'document',
        key: '20251111001',
        label: '輸出貿易管理令の一部を改正する政令が閣議決定されました',
      },
      after: { title: '輸出貿易管理令の一部を改正する政令が閣議決定されました' },
      dates: { announcedOn: '2025-11-11', publishedOn: '2025-11-11' },
    });
    const row = aChange({
      ...release,
      sourceId: 'jp-meti-anpo-amendments',
      type: 'document.published',
      subject: {
        kind: 'document',
        key: '2025-11-14 「輸出貿易管理令の一部を改正する政令」等の改正について',
        label: '',
      },
      after: {
        title: '「輸出貿易管理令の一部を改正する政令」等の改正について',
        block: { decidedOn: '2025-11-11', promulgatedOn: '2025-11-14' },
      },
      dates: { announcedOn: '2025-11-11', publishedOn: '2025-11-14' },
      changeId: 'row',
    });
    const item = aChange({
      sourceId: 'jp-egov-324CO0000000378',
      type: 'item.added',
      jurisdiction: 'JP',
      instrumentId: 'JP-EXPORT-T1',
      subject: { kind: 'item', key: '5の項(20)', label: '5の項(20)' },
      after: { label: '5の項(20)', promulgatedOn: '2025-11-14' },
      lineage: { citation: ['令和7年政令第376号'] },
      detection: { path: 'codified_diff', needsReview: false, notes: [], baseline: false },
    });
    expect(numbersOf([item, release, row])).toEqual([
      ['jp-egov-324CO0000000378', 'jp-meti-anpo-amendments', 'jp-meti-news'],
    ]);
  });

  it('give the same developments, ids included, in any order', () => {
    const all = [RULE, CODIFIED, SCREENED, ...AUKUS, listed('us-csl', 'Lisit Lojistik', '2023-12-08T13:00:00.000Z')];
    const inOrder = (changes: readonly Change[]) =>
      developmentsOf(changes)
        .map((one) => `${one.developmentId} ${one.members.toSorted().join(' ')}`)
        .toSorted();
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(inOrder(shuffled)).toEqual(inOrder(all));
      }),
    );
  });
});
