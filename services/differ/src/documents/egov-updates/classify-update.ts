import type { RegulatoryDocument } from '#domain';
import type { Classification, Meaning } from '../classification.ts';
import { instrumentOfTitle } from '../meti/instrument-of-title.ts';

/**
 * A change that e-Gov registered for a watched law. The law's own source tells what changed; this is the second count beside
 * it, recorded and told to nobody.
 */
export function classifyUpdate(document: RegulatoryDocument, instrumentId: string): Classification {
  const { publishedOn, effectiveOn, details } = document;
  const { amendedBy } = details;
  const main: Meaning = {
    type: 'document.published',
    instrumentId: instrumentOfTitle(document.title) ?? instrumentId,
    stage: 'final',
    direction: 'unknown',
    dates: {
      ...(publishedOn ? { publishedOn } : {}),
      ...(effectiveOn ? { effectiveFrom: effectiveOn } : {}),
      ...(details.effectivePlaceholder ? { effectiveTBD: true } : {}),
    },
    lineage: typeof amendedBy === 'string' ? { citation: [amendedBy] } : {},
    facts: { title: document.title, url: document.url, ...details },
    quotes: [{ side: 'after', locator: document.locator, quote: document.quote }],
    alerting: false,
  };
  return { kind: 'relevant', main, further: [] };
}
