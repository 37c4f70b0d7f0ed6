import type { ChangeDraft, DocumentsReading, Jurisdiction, RegulatoryDocument } from '#domain';
import { classifyRelease } from './bis/classify-release.ts';
import type { Classification, Meaning } from './classification.ts';
import { classifyUpdate } from './egov-updates/classify-update.ts';
import { classifyFederalRegisterDocument } from './federal-register/classify-document.ts';
import { partiesNamedDraft } from './federal-register/parties-named.ts';
import { editedBlockDraft, redatedDrafts } from './known-document.ts';
import { classifyMetiEntry } from './meti/classify-entry.ts';
import { classifyWatched } from './passages/classify-watched.ts';
import { passageDrafts } from './passages/passage-drafts.ts';
import { classifyPublicComment } from './public-comment/classify-case.ts';

/** The source whose documents are compared. */
export interface DocumentsContext {
  readonly sourceId: string;
  /** Decides how documents are read: `federal-register...` by the language of the Federal Register, public comments as such, else as METI entries. */
  readonly family: string;
  readonly jurisdiction: Jurisdiction;
  /** Instrument of documents whose text names no better one. */
  readonly instrumentId: string;
}

/** Families of pages and files that are compared by their words. */
const WATCHED_FAMILIES: ReadonlySet<string> = new Set([
  'bis-pages',
  'ddtc-articles',
  'meti-files',
  'meti-index',
  'meti-questions',
]);

/** What the documents of one capture come to. */
export interface DocumentsCompared {
  readonly drafts: readonly ChangeDraft[];
  /** Documents that concern no watched instrument, each with the reason. */
  readonly dismissed: readonly { readonly documentId: string; readonly because: string }[];
}

/**
 * Types what is new among `after`'s documents. Identity is the document number (or the publisher's own id), so a copy
 * on public inspection and the printed one are one development, and two documents of one day and one RIN are two. A
 * document that is no longer listed means nothing: feeds roll on. Pure.
 * @param before those already known, from whatever source showed them first
 */
export function diffDocuments(
  before: DocumentsReading | undefined,
  after: DocumentsReading,
  context: DocumentsContext,
): DocumentsCompared {
  const known = new Map((before?.documents ?? []).map((document) => [document.documentId, document]));
  const others = [...known.values(), ...after.documents];
  const classify = (document: RegulatoryDocument) => classificationOf(document, others, context);
  const drafts: ChangeDraft[] = [];
  const dismissed: { documentId: string; because: string }[] = [];
  for (const document of after.documents) {
    const found = classify(document);
    if (found.kind === 'dismissed') {
      dismissed.push({ documentId: document.documentId, because: found.because });
      continue;
    }
    const earlier = known.get(document.documentId);
    const before = earlier && classify(earlier);
    if (earlier === undefined || before?.kind !== 'relevant' || isFirstRead(before, found)) {
      drafts.push(...[found.main, ...found.further].map((meaning) => newDocumentDraft(document, meaning)));
    } else {
      const now = { document, meaning: found.main };
      const redated = redatedDrafts({ document: earlier, meaning: before.main }, now);
      const added = [editedBlockDraft, partiesNamedDraft].map((read) => read(earlier, now));
      drafts.push(...redated, ...added.filter((draft) => draft !== undefined), ...passageDrafts(earlier, now));
    }
  }
  return { drafts, dismissed };
}

/** What was shown to a person alone, because it said too little, is told once it says more. */
function isFirstRead(before: Classification, now: Classification): boolean {
  const wasUnread = before.kind === 'relevant' && before.main.type === 'change.unclassified';
  return wasUnread && now.kind === 'relevant' && now.main.type !== 'change.unclassified';
}

function classificationOf(
  document: RegulatoryDocument,
  others: readonly RegulatoryDocument[],
  { family, instrumentId }: DocumentsContext,
): Classification {
  if (family === 'egov-updates') return classifyUpdate(document, instrumentId);
  if (WATCHED_FAMILIES.has(family)) return classifyWatched(document, instrumentId);
  if (family === 'bis-press') return classifyRelease(document, instrumentId);
  if (family === 'egov-public-comment') return classifyPublicComment(document, instrumentId);
  return family.startsWith('federal-register')
    ? classifyFederalRegisterDocument(document, others, instrumentId)
    : classifyMetiEntry(document, family, instrumentId);
}

function newDocumentDraft(document: RegulatoryDocument, meaning: Meaning): ChangeDraft {
  return {
    type: meaning.type,
    subject: { kind: 'document', key: document.documentId, label: document.documentNumber ?? document.title },
    direction: meaning.direction,
    quotes: meaning.quotes,
    after: meaning.facts,
    ...(meaning.alerting === undefined ? {} : { alerting: meaning.alerting }),
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
