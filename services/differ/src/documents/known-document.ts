import { type ChangeDraft, type ChangeType, compactText, type RegulatoryDocument } from '#domain';
import type { Meaning } from './classification.ts';
import { isJsonObject } from './json-object.ts';

/** One date of a known document that differs, with the change it amounts to. */
interface MovedDate {
  readonly type: ChangeType;
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly alerting: boolean;
}

/** A copy on public inspection and the printed one are one development: what the print adds is recorded, not told again. */
function isPrintOf(before: RegulatoryDocument, after: RegulatoryDocument): boolean {
  return before.publicInspectionAt !== undefined && after.publicInspectionAt === undefined;
}

/** Two renderings of one print, by the search and by the whole issue: the same DATES section set no other date. */
function isRendering(before: RegulatoryDocument, after: RegulatoryDocument): boolean {
  if (before.datesText === undefined || after.datesText === undefined) return false;
  return before.publishedOn === after.publishedOn && compactText(before.datesText) === compactText(after.datesText);
}

function movedEffect(before: Meaning, after: Meaning, isPrint: boolean): MovedDate | undefined {
  const [old, now] = [before.dates.effectiveFrom, after.dates.effectiveFrom];
  if (now === undefined || now === old) return undefined;
  const type = old === undefined ? 'date.effective_set' : 'date.effective_changed';
  return { type, field: 'effectiveFrom', before: old, after: now, alerting: !(isPrint && old === undefined) };
}

function movedComments(before: Meaning, after: Meaning, isPrint: boolean): MovedDate | undefined {
  const [old, now] = [before.dates.commentClose, after.dates.commentClose];
  if (now === undefined || now === old) return undefined;
  const moved = old === undefined ? 'comment.opened' : now > old ? 'comment.extended' : 'correction.substantive';
  return { type: moved, field: 'commentClose', before: old, after: now, alerting: !(isPrint && old === undefined) };
}

function movedCompliance(before: Meaning, after: Meaning, isPrint: boolean): MovedDate | undefined {
  const [old, now] = [before.dates.complianceBy, after.dates.complianceBy];
  if (now === undefined || now === old) return undefined;
  const type = old === undefined ? 'date.compliance_set' : 'date.compliance_changed';
  return { type, field: 'complianceBy', before: old, after: now, alerting: !(isPrint && old === undefined) };
}

/**
 * What changed about a document that was announced before: a date set or moved. A new title or abstract alone is nothing.
 * The subject's key carries the new date, so that a date moved twice is told twice.
 */
export function redatedDrafts(
  before: { readonly document: RegulatoryDocument; readonly meaning: Meaning },
  after: { readonly document: RegulatoryDocument; readonly meaning: Meaning },
): readonly ChangeDraft[] {
  if (isRendering(before.document, after.document)) return [];
  const isPrint = isPrintOf(before.document, after.document);
  const moves = [movedEffect, movedComments, movedCompliance].flatMap(
    (read) => read(before.meaning, after.meaning, isPrint) ?? [],
  );
  const { document, meaning } = after;
  return moves.map((move) => ({
    type: move.type,
    subject: {
      kind: 'document',
      key: `${document.documentId} ${move.field} ${move.after}`,
      label: document.documentNumber ?? document.title,
    },
    direction: 'neutral',
    quotes: meaning.quotes,
    ...(move.before ? { before: { [move.field]: move.before } } : {}),
    after: { [move.field]: move.after, title: document.title },
    alerting: move.alerting,
    instrumentId: meaning.instrumentId,
    stage: meaning.stage,
    dates: meaning.dates,
    lineage: meaning.lineage,
    ...(document.documentNumber ? { documentNumber: document.documentNumber } : {}),
    ...(document.citation ? { citation: document.citation } : {}),
    officialUrl: document.url,
  }));
}

function blockOf(document: RegulatoryDocument): { readonly text: string; readonly links: string } | undefined {
  const { block } = document.details;
  if (!isJsonObject(block)) return undefined;
  const { text, links } = block;
  return { text: compactText(typeof text === 'string' ? text : ''), links: JSON.stringify(links ?? []) };
}

/** An old entry of an amendment log that was edited in place: a corrigendum added, a file replaced by another. */
export function editedBlockDraft(
  before: RegulatoryDocument,
  after: { readonly document: RegulatoryDocument; readonly meaning: Meaning },
): ChangeDraft | undefined {
  const [old, now] = [blockOf(before), blockOf(after.document)];
  if (!old || !now || (old.text === now.text && old.links === now.links)) return undefined;
  const { document, meaning } = after;
  return {
    type: 'guidance.changed',
    subject: {
      kind: 'document',
      key: `${document.documentId} ${now.text.length} ${now.links.length}`,
      label: document.title,
    },
    direction: 'unknown',
    quotes: meaning.quotes,
    before: { block: before.details.block ?? null },
    after: { block: document.details.block ?? null, title: document.title },
    instrumentId: meaning.instrumentId,
    stage: meaning.stage,
    dates: meaning.dates,
    officialUrl: document.url,
  };
}
