import type { ChangeDraft, RegulatoryDocument } from '#domain';
import type { Meaning } from '../classification.ts';
import { announcedOf, announcesParties } from './announced-of.ts';

/**
 * What the whole text adds to a document that was told by its summary or while it was on public inspection: the parties by name,
 * told once; items and sections alone are recorded and told to nobody again. `undefined` when nothing is added.
 */
export function partiesNamedDraft(
  before: RegulatoryDocument,
  after: { readonly document: RegulatoryDocument; readonly meaning: Meaning },
): ChangeDraft | undefined {
  const { document, meaning } = after;
  const announced = announcedOf(document);
  if (announced.facts.length === 0 || announcedOf(before).facts.length > 0) return undefined;
  return {
    type: 'document.published',
    subject: {
      kind: 'document',
      key: `${document.documentId} instructions`,
      label: document.documentNumber ?? document.title,
    },
    direction: meaning.direction,
    quotes: meaning.quotes,
    after: { ...meaning.facts, what: 'parties and items named by the instructions' },
    alerting: announcesParties(announced),
    instrumentId: meaning.instrumentId,
    stage: meaning.stage,
    dates: meaning.dates,
    lineage: meaning.lineage,
    ...(document.documentNumber ? { documentNumber: document.documentNumber } : {}),
    ...(document.citation ? { citation: document.citation } : {}),
    officialUrl: document.url,
    ...(meaning.needsReview ? { needsReview: true } : {}),
    ...(meaning.notes ? { notes: meaning.notes } : {}),
  };
}
