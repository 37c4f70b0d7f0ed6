import type { RegulatoryDocument } from '#domain';
import type { Classification, Meaning } from '../classification.ts';
import { instrumentOfTitle } from '../meti/instrument-of-title.ts';

/**
 * What an open case of e-Gov's public comments means: comments on a draft may be sent until its closing day. A draft is no
 * law yet. Cases of unwatched categories concern us only where their title names an instrument. Pure.
 */
export function classifyPublicComment(document: RegulatoryDocument, instrumentId: string): Classification {
  const { commentCloseRaw, category, isWatched, id } = document.details;
  const named = instrumentOfTitle(document.title);
  if (isWatched !== true && named === undefined) {
    return { kind: 'dismissed', because: `category ${String(category ?? 'unnamed')} is not watched` };
  }
  if (document.documentType === '結果の公示') return resultOf(document, named ?? instrumentId);
  const { publishedOn, commentsCloseOn } = document;
  const main: Meaning = {
    type: 'comment.opened',
    instrumentId: named ?? instrumentId,
    stage: 'proposed',
    direction: 'unknown',
    dates: {
      ...(publishedOn ? { publishedOn } : {}),
      ...(commentsCloseOn ? { commentClose: commentsCloseOn } : {}),
    },
    lineage: id === undefined ? {} : { docket: [String(id)] },
    facts: {
      title: document.title,
      url: document.url,
      ...(id === undefined ? {} : { id }),
      ...(category === undefined ? {} : { category }),
      ...(publishedOn ? { published: publishedOn } : {}),
      ...(commentsCloseOn ? { commentClose: commentsCloseOn } : {}),
      ...(commentCloseRaw === undefined ? {} : { commentCloseRaw }),
    },
    quotes: [{ side: 'after', locator: document.locator, quote: document.quote }],
    ...(commentsCloseOn ? {} : { needsReview: true, notes: ['no closing day could be read'] }),
  };
  return { kind: 'relevant', main, further: [] };
}

/** What came of a draft: published about when the order itself is, with the answers to the comments (行政手続法 第四十三条). */
function resultOf(document: RegulatoryDocument, instrumentId: string): Classification {
  const { category, id } = document.details;
  const { publishedOn } = document;
  const main: Meaning = {
    type: 'document.published',
    instrumentId,
    stage: 'final',
    direction: 'unknown',
    dates: publishedOn ? { publishedOn } : {},
    lineage: id === undefined ? {} : { docket: [String(id)] },
    facts: {
      title: document.title,
      url: document.url,
      kind: '意見募集の結果',
      ...(id === undefined ? {} : { id }),
      ...(category === undefined ? {} : { category }),
      ...(publishedOn ? { date: publishedOn } : {}),
    },
    quotes: [{ side: 'after', locator: document.locator, quote: document.quote }],
  };
  return { kind: 'relevant', main, further: [] };
}
