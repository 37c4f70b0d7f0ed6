import { isDeepStrictEqual } from 'node:util';
import type { Change, DocumentsReading, Reading, RegulatoryDocument } from '#domain';
import {
  acceptedReadingsBefore,
  findCapture,
  findChange,
  findChangeOrigin,
  findReading,
  loadReading,
  type Session,
} from '#store';
import { type Base, originOfCapture, originOfReading, previousReading } from './base-of-comparison.ts';
import { deriveChanges } from './derive.ts';
import { readCapture } from './read-capture.ts';
import type { SourceBook } from './source-book.ts';

/** Whether a stored change follows again from the stored bytes. */
export type Verified =
  | { readonly kind: 'verified'; readonly change: Change; readonly sha256: readonly string[] }
  | { readonly kind: 'differs'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string };

/**
 * Derives a change again: the bytes of both captures are hashed, read and compared anew, and the result must equal what
 * was told, word for word.
 * @throws StoredBytesDamagedError when bytes no longer match their hash.
 */
export async function verifyChange(session: Session, book: SourceBook, changeId: string): Promise<Verified> {
  const stored = await findChange(session, changeId);
  const origin = await findChangeOrigin(session, changeId);
  const after = origin && (await findReading(session, origin.readingId));
  if (!stored || !origin || !after) return { kind: 'unknown', because: `no change ${changeId} is stored` };
  const { source, family } = book.find(stored.change.sourceId);
  const capture = await findCapture(session, after.captureId);
  const read = await readCapture(session, capture, source, family);
  if (read.kind === 'doubtful' || !capture) return { kind: 'differs', because: 'the capture can no longer be read' };
  const base = await baseThen(session, book, stored.change, origin.previousReadingId, read.reading, after.readingId);
  const derived = deriveChanges({
    source,
    family,
    before: base,
    after: { reading: read.reading, origin: originOfCapture(capture, after.readingId) },
    baseline: capture.baseline,
    confirmed: true,
  });
  const again = derived.kind === 'derived' ? derived.changes.find((change) => change.changeId === changeId) : undefined;
  if (!again) return { kind: 'differs', because: 'the stored bytes no longer give this change' };
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(again)), stored.change)) {
    return { kind: 'differs', because: 'the stored bytes give this change with other words' };
  }
  return { kind: 'verified', change: again, sha256: [...new Set(again.evidence.map((evidence) => evidence.sha256))] };
}

/** The base of comparison as it stood then, read again from its bytes, not from what was stored of it. */
async function baseThen(
  session: Session,
  book: SourceBook,
  change: Change,
  previousReadingId: string | null,
  after: Reading,
  readingId: string,
): Promise<Base> {
  if (after.kind === 'documents') return documentsThen(session, book, change, after, readingId);
  const previous = await previousReading(session, previousReadingId);
  if (!previous) return { reading: undefined, origin: undefined };
  const { source, family } = book.find(change.sourceId);
  const read = await readCapture(session, await findCapture(session, previous.captureId), source, family);
  return {
    reading: read.kind === 'read' ? read.reading : undefined,
    origin: await originOfReading(session, previous),
  };
}

/** The newest earlier copy of each document of the reading, in any source of the same space: what was known then. */
async function documentsThen(
  session: Session,
  book: SourceBook,
  change: Change,
  after: DocumentsReading,
  readingId: string,
): Promise<Base> {
  const space = book.find(change.sourceId).source.documentSpace;
  const wanted = new Set(after.documents.map((document) => document.documentId));
  const known = new Map<string, RegulatoryDocument>();
  for await (const earlier of acceptedReadingsBefore(session, book.sourcesOfSpace(space), readingId)) {
    const reading = await loadReading(session, earlier.readingId);
    for (const document of reading?.kind === 'documents' ? reading.documents : []) {
      if (wanted.delete(document.documentId)) known.set(document.documentId, document);
    }
    if (wanted.size === 0) break;
  }
  if (known.size === 0) return { reading: undefined, origin: undefined };
  const documents = after.documents.flatMap((document) => known.get(document.documentId) ?? []);
  return { reading: { kind: 'documents', documents }, origin: undefined };
}
