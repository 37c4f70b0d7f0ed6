import type { JsonObject, ReadOutcome, RegulatoryDocument } from '#domain';
import type { Passage } from './passage.ts';

/** What a watched page or file is, beside its passages. */
export interface WatchedFacts {
  /** What it is told by from day to day: its address, or its title where the address changes with each upload. */
  readonly documentId: string;
  readonly title: string;
  readonly url: string;
  readonly documentType: string;
  readonly agencies: readonly string[];
  readonly publishedOn?: string;
  readonly summary?: string;
  readonly details?: JsonObject;
}

/** A page or file whose words are watched, as a document: its passages are compared, nothing else of it is. */
export function watchedDocument(facts: WatchedFacts, passages: readonly Passage[]): RegulatoryDocument {
  const { details, ...rest } = facts;
  const [first] = passages;
  return {
    ...rest,
    cfr: [],
    rins: [],
    dockets: [],
    details: { ...details, passages },
    locator: first?.locator ?? 'the whole',
    quote: first?.text || facts.title,
  };
}

/** The reading of a capture that is one such page or file. */
export function watchedReading(facts: WatchedFacts, passages: readonly Passage[], newestOn?: string): ReadOutcome {
  return {
    kind: 'read',
    reading: {
      kind: 'documents',
      documents: [watchedDocument(facts, passages)],
      ...(newestOn === undefined ? {} : { newestOn }),
    },
  };
}
