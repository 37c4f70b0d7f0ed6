import {
  alertsByDefault,
  type Change,
  type ChangeDraft,
  changeIdBetween,
  changeIdOfDocument,
  type Detection,
  digestOf,
  type Evidence,
  MAX_QUOTE_CHARS,
  type Quote,
  RedlineError,
} from '#domain';
import type { Source } from '#sources';

/** Where one side of a comparison came from. */
export interface Origin {
  readonly readingId: string;
  readonly sha256: string;
  readonly url: string;
  readonly retrievedAt: string;
}

/** A detector found something and kept no words for it: a programming error that must not reach a subscriber. */
export class DraftWithoutEvidenceError extends RedlineError {
  readonly code = 'draft_without_evidence';
  readonly retriable = false;
}

export interface Comparison {
  readonly source: Source;
  /** Undefined for a first capture, and for documents that were never seen before. */
  readonly before: Origin | undefined;
  readonly after: Origin;
  readonly baseline: boolean;
  readonly detectedAt: string;
  readonly path: Detection['path'];
  /** Whether a document was known before this capture: a later fact about it is a change of its own. */
  readonly isKnownDocument: (documentId: string) => boolean;
  /** Official page of a subject, by its label. */
  readonly linkOf: (subjectLabel: string) => string;
}

/**
 * Gives drafts their identity, provenance and defaults. Two drafts of one type about one subject (two aliases of an entity)
 * get distinct ids from their content.
 * @throws DraftWithoutEvidenceError
 */
export function toChanges(comparison: Comparison, drafts: readonly ChangeDraft[]): readonly Change[] {
  const times = new Map<string, number>();
  for (const draft of drafts) times.set(subjectOf(draft), (times.get(subjectOf(draft)) ?? 0) + 1);
  return drafts.map((draft) => toChange(comparison, draft, (times.get(subjectOf(draft)) ?? 0) > 1));
}

const subjectOf = (draft: ChangeDraft): string => `${draft.type}\u001f${draft.subject.key}`;

function toChange(comparison: Comparison, draft: ChangeDraft, shared: boolean): Change {
  const { source, baseline } = comparison;
  const evidence = draft.quotes.flatMap((quote) => toEvidence(comparison, draft, quote));
  if (evidence.length === 0) {
    throw new DraftWithoutEvidenceError(`${draft.type} of ${source.id} has no quote`, {
      details: { type: draft.type },
    });
  }
  const silentHistory = baseline && source.firstCapture === 'history';
  return {
    changeId: idOf(comparison, draft, shared),
    type: draft.type,
    alerting: (draft.alerting ?? alertsByDefault(draft.type)) && !silentHistory,
    sourceId: source.id,
    instrumentId: draft.instrumentId ?? source.instrumentId,
    jurisdiction: source.jurisdiction,
    subject: draft.subject,
    ...(draft.before ? { before: draft.before } : {}),
    ...(draft.after ? { after: draft.after } : {}),
    stage: draft.stage ?? 'in_force',
    direction: draft.direction,
    dates: draft.dates ?? {},
    evidence,
    lineage: draft.lineage ?? {},
    ...(draft.documentNumber ? { documentNumber: draft.documentNumber } : {}),
    detection: {
      path: comparison.path,
      needsReview: draft.needsReview ?? false,
      notes: draft.notes ?? [],
      baseline,
    },
    detectedAt: comparison.detectedAt,
  };
}

/** A document is one act, whichever source showed it first; everything else is a change between two readings. */
function idOf(comparison: Comparison, draft: ChangeDraft, shared: boolean): string {
  const { source, before, after } = comparison;
  if (source.comparedWith !== undefined) return idOfPending(source, draft);
  const subjectKey = shared
    ? digestOf(draft.subject.key, JSON.stringify([draft.before, draft.after]))
    : draft.subject.key;
  if (!before && !comparison.isKnownDocument(draft.subject.key)) {
    return changeIdOfDocument({ sourceId: source.documentSpace, type: draft.type, documentId: subjectKey });
  }
  return changeIdBetween({
    sourceId: source.documentSpace,
    type: draft.type,
    subjectKey,
    previousReadingId: before?.readingId ?? '',
    readingId: after.readingId,
  });
}

/**
 * What a text not yet law will change is told once a year of its amending law, however often the text comes again: under
 * another revision id, with another placeholder date, or inside a later revision.
 */
function idOfPending(source: Source, draft: ChangeDraft): string {
  const { text, oldValue, newValue, effectiveFrom } = draft.after ?? {};
  const year = /^.+?年/.exec(draft.lineage?.citation?.[0] ?? '')?.[0] ?? '';
  const said = JSON.stringify([text, draft.after?.text === undefined ? draft.before?.text : null, oldValue, newValue]);
  const moved = draft.before?.effectiveFrom === undefined ? [] : [String(draft.before.effectiveFrom)];
  const documentId = digestOf(draft.subject.key, year, said, String(effectiveFrom ?? ''), ...moved);
  return changeIdOfDocument({ sourceId: source.documentSpace, type: draft.type, documentId });
}

/** A quote whose capture is not at hand (an earlier copy of a document) is no proof and is left out. */
function toEvidence(comparison: Comparison, draft: ChangeDraft, quote: Quote): readonly Evidence[] {
  const origin = quote.side === 'before' ? comparison.before : comparison.after;
  if (!origin) return [];
  const speaksForDraft = quote.side === 'after' || draft.quotes.every(({ side }) => side === 'before');
  const citation = quote.citation ?? (speaksForDraft ? draft.citation : undefined);
  const evidence: Evidence = {
    side: quote.side,
    url: origin.url,
    officialUrl: draft.officialUrl ?? comparison.linkOf(draft.subject.label),
    ...(draft.documentNumber ? { documentNumber: draft.documentNumber } : {}),
    ...(citation ? { citation } : {}),
    locator: quote.locator,
    quote: quote.quote.slice(0, MAX_QUOTE_CHARS),
    lang: comparison.source.jurisdiction === 'JP' ? 'ja' : 'en',
    sha256: origin.sha256,
    retrievedAt: origin.retrievedAt,
  };
  return [evidence];
}
