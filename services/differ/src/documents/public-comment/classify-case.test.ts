import { describe, expect, it } from 'vitest';
import type { RegulatoryDocument } from '#domain';
import { diffDocuments } from '../diff-documents.ts';

const context = {
  sourceId: 'jp-egov-public-comment',
  family: 'egov-public-comment',
  jurisdiction: 'JP',
  instrumentId: 'JP-FEFA',
} as const;

function draftRule(over: Partial<RegulatoryDocument> = {}): RegulatoryDocument {
  return {
    documentId: '595226061',
    title: '輸出貿易管理令別表第一の規定に基づき貨物又は技術を定める省令の一部を改正する省令案に対する意見募集について',
    url: 'https://public-comment.e-gov.go.jp/pcm/detail?id=595226061',
    publishedOn: '2026-08-25',
    commentsCloseOn: '2026-09-25',
    agencies: ['経済産業省'],
    cfr: [],
    rins: [],
    dockets: [],
    details: { id: '595226061', category: '外国為替・貿易', commentCloseRaw: '2026/09/25 00:00', isWatched: true },
    locator: 'entry 1',
    quote: '意見募集について',
    ...over,
  };
}

const compared = (before: readonly RegulatoryDocument[], after: readonly RegulatoryDocument[]) =>
  diffDocuments({ kind: 'documents', documents: before }, { kind: 'documents', documents: after }, context);

describe('classifyPublicComment', () => {
  it('tells a result as published, under the number of its case, and never as opened for comments', () => {
    const result = draftRule({ documentType: '結果の公示', publishedOn: '2026-11-14' });
    expect(compared([], [result]).drafts).toMatchObject([
      {
        type: 'document.published',
        stage: 'final',
        instrumentId: 'JP-GOODS',
        dates: { publishedOn: '2026-11-14' },
        lineage: { docket: ['595226061'] },
      },
    ]);
  });

  it('tells a new case as opened for comments, with the closing day and the instrument of its title', () => {
    expect(compared([], [draftRule()]).drafts).toMatchObject([
      {
        type: 'comment.opened',
        stage: 'proposed',
        instrumentId: 'JP-GOODS',
        dates: { publishedOn: '2026-08-25', commentClose: '2026-09-25' },
        after: { id: '595226061', commentCloseRaw: '2026/09/25 00:00' },
      },
    ]);
  });

  it('dismisses other categories with a reason, unless the title names an instrument', () => {
    const details = { category: '消費者保護', isWatched: false };
    const food = draftRule({ title: '食品表示基準の一部改正案について', details });
    expect(compared([], [food])).toEqual({
      drafts: [],
      dismissed: [{ documentId: '595226061', because: 'category 消費者保護 is not watched' }],
    });
    expect(compared([], [draftRule({ details })]).drafts).toHaveLength(1);
  });

  it('tells a later closing day of a known case as an extension, and nothing where nothing moved', () => {
    expect(compared([draftRule()], [draftRule({ commentsCloseOn: '2026-10-09' })]).drafts).toMatchObject([
      { type: 'comment.extended', before: { commentClose: '2026-09-25' }, after: { commentClose: '2026-10-09' } },
    ]);
    expect(compared([draftRule()], [draftRule({ locator: 'entry 9' })]).drafts).toEqual([]);
    expect(compared([draftRule()], []).drafts).toEqual([]);
  });

  it('asks a person to look where no closing day could be read', () => {
    const { commentsCloseOn: _, ...undated } = draftRule();
    expect(compared([], [undated]).drafts).toMatchObject([{ type: 'comment.opened', needsReview: true }]);
  });
});
