import type { DocumentsReading, Reading, RegulatoryDocument } from '#domain';
import type { Source } from '#sources';
import {
  acceptedReadingsBefore,
  findCapture,
  findReading,
  loadReading,
  type Session,
  type StoredReading,
} from '#store';
import { type Base, originOfCapture, originOfReading } from './base-of-comparison.ts';
import { type Derived, deriveChanges } from './derive.ts';
import { accumulated } from './list/accumulated-list.ts';
import { readCapture } from './read-capture.ts';
import type { SourceBook } from './source-book.ts';

/** Which stored comparison to make again. */
export interface ComparisonMade {
  readonly readingId: string;
  readonly previousReadingId: string | null;
  /** When its changes were noticed. */
  readonly detectedAt: string;
}

/**
 * Makes a stored comparison again from the bytes of its captures. Guards are not asked: it was accepted.
 * @returns undefined when the reading is not stored.
 * @throws StoredBytesDamagedError when bytes no longer match their hash.
 */
export async function deriveAgain(
  session: Session,
  book: SourceBook,
  made: ComparisonMade,
): Promise<Derived | undefined> {
  const after = await findReading(session, made.readingId);
  if (!after) return undefined;
  const { source, family } = book.find(after.sourceId);
  const capture = await findCapture(session, after.captureId);
  const read = await readCapture(session, capture, source, family);
  if (read.kind === 'doubtful' || !capture)
    return { kind: 'doubtful', problem: 'source.structure_changed', because: 'unreadable' };
  return deriveChanges({
    source,
    family,
    before: await baseThen(session, book, source, made, read.reading),
    after: { reading: read.reading, origin: originOfCapture(capture, after.readingId) },
    baseline: capture.baseline,
    confirmed: true,
    detectedAt: made.detectedAt,
  });
}

/** The base of comparison as it stood then, read again from its bytes, not from what was stored of it. */
async function baseThen(
  session: Session,
  book: SourceBook,
  source: Source,
  made: ComparisonMade,
  after: Reading,
): Promise<Base> {
  if (after.kind === 'documents') return documentsThen(session, book, source, made, after);
  const previous = made.previousReadingId === null ? undefined : await findReading(session, made.previousReadingId);
  if (!previous) return { reading: undefined, origin: undefined };
  return {
    reading: await listThen(session, book, source, previous),
    origin: await originOfReading(session, previous),
    previous: await ownPreviousThen(session, book, source, made),
  };
}

async function ownPreviousThen(
  session: Session,
  book: SourceBook,
  source: Source,
  { readingId }: ComparisonMade,
): Promise<Reading | undefined> {
  if (source.comparedWith === undefined) return undefined;
  for await (const own of acceptedReadingsBefore(session, [source.id], readingId)) {
    return readAgain(session, book, source, own);
  }
  return undefined;
}

async function readAgain(
  session: Session,
  book: SourceBook,
  source: Source,
  { captureId }: StoredReading,
): Promise<Reading | undefined> {
  const read = await readCapture(session, await findCapture(session, captureId), source, book.find(source.id).family);
  return read.kind === 'read' ? read.reading : undefined;
}

/** What a reading says; one that holds only additions is laid over those before it, back to the last whole list. */
async function listThen(
  session: Session,
  book: SourceBook,
  source: Source,
  stored: StoredReading,
): Promise<Reading | undefined> {
  const newest = await readAgain(session, book, source, stored);
  const parts = newest ? [newest] : [];
  if (newest?.kind === 'list' && newest.extent === 'additions') {
    for await (const earlier of acceptedReadingsBefore(session, [source.id], stored.readingId)) {
      const part = await readAgain(session, book, source, earlier);
      if (part) parts.push(part);
      if (part?.kind === 'list' && part.extent === undefined) break;
    }
  }
  return parts.reduceRight<Reading | undefined>((base, part) => accumulated(base, part), undefined);
}

/** The newest earlier copy of each document of the reading, in any source of the same space: what was known then. */
async function documentsThen(
  session: Session,
  book: SourceBook,
  source: Source,
  made: ComparisonMade,
  after: DocumentsReading,
): Promise<Base> {
  const wanted = new Set(after.documents.map((document) => document.documentId));
  const known = new Map<string, RegulatoryDocument>();
  const sources = book.sourcesOfSpace(source.documentSpace);
  for await (const earlier of acceptedReadingsBefore(session, sources, made.readingId)) {
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
