import type { RegulatoryDocument } from '#domain';
import type { Classification, Meaning } from '../classification.ts';
import { instrumentOfWords } from '../federal-register/instrument-of.ts';
import { instrumentOfTitle } from '../meti/instrument-of-title.ts';

/**
 * A watched page or file. It was there before it was watched, so its first sight tells nobody: what is new on its publisher's
 * pages is told by the index that lists it, and what changes in it by its passages.
 */
export function classifyWatched(document: RegulatoryDocument, instrumentId: string): Classification {
  const { title, agencies } = document;
  const main: Meaning = {
    type: 'document.published',
    instrumentId: instrumentOfTitle(title) ?? instrumentOfWords(title, agencies) ?? instrumentId,
    stage: 'guidance',
    direction: 'unknown',
    dates: {},
    lineage: {},
    facts: { title, url: document.url },
    quotes: [{ side: 'after', locator: document.locator, quote: document.quote }],
    alerting: false,
  };
  return { kind: 'relevant', main, further: [] };
}
