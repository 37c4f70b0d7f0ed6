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
