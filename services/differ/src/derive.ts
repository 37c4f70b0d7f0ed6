import type { Change, DocumentsReading, Reading } from '#domain';
import type { Source, SourceFamily } from '#sources';
import type { Base } from './base-of-comparison.ts';
import { compareReadings } from './compare-readings.ts';
import { type Origin, toChanges } from './to-change.ts';

/** Everything that a set of changes follows from. The same facts give the same changes, ids included. */
export interface Derivation {
  readonly source: Source;
  readonly family: SourceFamily;
  readonly before: Base;
  readonly after: { readonly reading: Reading; readonly origin: Origin };
  readonly baseline: boolean;
  /** The reading was released by a person or confirmed by a second look: its guard is not asked again. */
  readonly confirmed: boolean;
  /** When the changes were noticed: the capture's instant, or when a held reading was released. */
  readonly detectedAt: string;
}

export type Derived =
  | {
      readonly kind: 'doubtful';
      readonly problem: 'source.structure_changed' | 'source.implausible';
      readonly because: string;
    }
  | { readonly kind: 'derived'; readonly changes: readonly Change[]; readonly dismissed: number };

/** From two readings to typed changes with proof. Pure. @throws DraftWithoutEvidenceError */
export function deriveChanges(facts: Derivation): Derived {
  const { source, family, before, after, baseline } = facts;
  const compared = compareReadings(source, before.reading, after.reading, {
    observedOn: after.origin.retrievedAt.slice(0, 10),
    confirmed: facts.confirmed,
    previous: before.previous,
  });
  if (compared.kind === 'doubtful') return compared;
  const known = new Set(before.reading?.kind === 'documents' ? idsOf(before.reading) : []);
  const changes = toChanges(
    {
      source,
      before: before.origin,
      after: after.origin,
      baseline,
      path: compared.path,
      detectedAt: facts.detectedAt,
      isKnownDocument: (documentId) => known.has(documentId),
      linkOf: (label) => family.link(source, label),
    },
    compared.drafts,
  );
  return { kind: 'derived', changes, dismissed: compared.dismissed.length };
}

function idsOf(reading: DocumentsReading): readonly string[] {
  return reading.documents.map((document) => document.documentId);
}
