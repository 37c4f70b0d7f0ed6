import type { ChangeDraft, DocumentsReading, Reading } from '#domain';
import type { Source } from '#sources';
import { diffDocuments } from './documents/diff-documents.ts';
import { doubtOfDocuments } from './documents/guard-documents.ts';
import { diffLists } from './list/diff-lists.ts';
import { guardList } from './list/guard-list.ts';
import { diffTexts } from './text/diff-texts.ts';
import { pendingDateChange } from './text/enforcement-changes.ts';
import { guardText } from './text/guard-text.ts';

/** What two readings of one source come to. `doubtful` is held, never announced. */
export type ReadingsCompared =
  | {
      readonly kind: 'doubtful';
      readonly problem: 'source.structure_changed' | 'source.implausible';
      readonly because: string;
    }
  | {
      readonly kind: 'compared';
      readonly path: 'list_diff' | 'codified_diff' | 'document';
      readonly drafts: readonly ChangeDraft[];
      /** Documents that concern no watched instrument, each with the reason: counted, never silently dropped. */
      readonly dismissed: readonly { readonly documentId: string; readonly because: string }[];
    };

/** What a comparison knows beside the two readings. */
interface ComparedUnder {
  readonly observedOn?: string;
  readonly confirmed?: boolean;
  readonly previous?: Reading | undefined;
}

/**
 * Compares a reading with the last accepted one. Pure. A first list or text is a baseline and announces nothing; first
 * documents are all new. Without `confirmed`, a reading that loses more than its guard allows is doubtful.
 * @param observedOn calendar date of the later capture: a relief gone after its last day expired, it was not revoked
 * @param previous of a source that is compared with another: its own last reading, which may have named another day
 * @param before for documents: those already known among `after`'s
 */
export function compareReadings(
  source: Source,
  before: Reading | undefined,
  after: Reading,
  { observedOn, confirmed = false, previous }: ComparedUnder = {},
): ReadingsCompared {
  if (before && before.kind !== after.kind) {
    return {
      kind: 'doubtful',
      problem: 'source.structure_changed',
      because: `was read as ${before.kind}, now as ${after.kind}`,
    };
  }
  const doubt = confirmed ? undefined : doubtOf(source, before, after);
  if (doubt !== undefined) return { kind: 'doubtful', problem: 'source.implausible', because: doubt };
  switch (after.kind) {
    case 'list': {
      const drafts =
        before?.kind === 'list' ? diffLists(before, after, observedOn === undefined ? {} : { observedOn }) : [];
      return { kind: 'compared', path: 'list_diff', drafts, dismissed: [] };
    }
    case 'text': {
      const drafts = before?.kind === 'text' ? diffTexts(before, after) : [];
      const last = previous?.kind === 'text' ? previous : undefined;
      const set = source.comparedWith === undefined || !before ? [] : pendingDateChange(last, after);
      return { kind: 'compared', path: 'codified_diff', drafts: [...drafts, ...set], dismissed: [] };
    }
    case 'documents':
      return { kind: 'compared', path: 'document', ...compareDocuments(source, before, after) };
  }
}

function compareDocuments(source: Source, before: Reading | undefined, after: DocumentsReading) {
  return diffDocuments(before?.kind === 'documents' ? before : undefined, after, {
    sourceId: source.id,
    family: source.family,
    jurisdiction: source.jurisdiction,
    instrumentId: source.instrumentId,
  });
}

function doubtOf(source: Source, before: Reading | undefined, after: Reading): string | undefined {
  if (after.kind === 'documents')
    return doubtOfDocuments(before?.kind === 'documents' ? before : undefined, after, source.guard);
  const verdict =
    after.kind === 'list'
      ? guardList(before?.kind === 'list' ? before : undefined, after, source.guard)
      : guardText(before?.kind === 'text' ? before : undefined, after, source.guard);
  return verdict.kind === 'implausible' ? verdict.because : undefined;
}
