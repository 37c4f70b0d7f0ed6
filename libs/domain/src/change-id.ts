import { createHash } from 'node:crypto';

/** sha256, hex, over parts joined by a character that no part may hold. */
export function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u001f')).digest('hex');
}

/**
 * Identity of a change between two readings: redelivery and replay repeat it; the same change happening again later
 * (listed, delisted, listed) does not, because a reading is identified by its capture and instant.
 */
export function changeIdBetween(ids: {
  sourceId: string;
  type: string;
  subjectKey: string;
  previousReadingId: string;
  readingId: string;
}): string {
  return digestOf(ids.sourceId, ids.type, ids.subjectKey, ids.previousReadingId, ids.readingId);
}

/** Identity of a change that is a document: one per document number and type, however often it is seen. */
export function changeIdOfDocument(ids: { sourceId: string; type: string; documentId: string }): string {
  return digestOf(ids.sourceId, ids.type, ids.documentId);
}

/** Identity of one reading: which bytes, of which source, seen when. */
export function readingId(ids: { sourceId: string; sha256: string; retrievedAt: string }): string {
  return digestOf(ids.sourceId, ids.sha256, ids.retrievedAt);
}
