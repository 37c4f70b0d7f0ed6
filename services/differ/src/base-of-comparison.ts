import type { Reading } from '#domain';
import type { Source } from '#sources';
import {
  type Capture,
  findCapture,
  findKnownDocuments,
  loadLastAccepted,
  type Session,
  type StoredReading,
} from '#store';
import type { Origin } from './to-change.ts';

/** What a new reading is compared with, and where that came from. Both undefined: nothing was accepted yet. */
export interface Base {
  readonly reading: Reading | undefined;
  readonly origin: Origin | undefined;
  /** Of a source that is compared with another: its own reading accepted last. */
  readonly previous?: Reading | undefined;
}

/**
 * Lists and texts are compared with the reading accepted last, what is not yet law with the text in force; documents with whatever is known of the same documents,
 * in any source of their space.
 */
export async function baseOfComparison(session: Session, source: Source, after: Reading): Promise<Base> {
  if (after.kind === 'documents') return knownDocuments(session, source, after.documents);
  const accepted = await loadLastAccepted(session, source.comparedWith ?? source.id);
  if (!accepted) return { reading: undefined, origin: undefined };
  const { reading, readFrom, readingId } = accepted;
  return {
    reading,
    origin: readFrom && originOfCapture(readFrom, readingId),
    previous: await ownPrevious(session, source),
  };
}

async function ownPrevious(session: Session, source: Source): Promise<Reading | undefined> {
  if (source.comparedWith === undefined) return undefined;
  return (await loadLastAccepted(session, source.id))?.reading;
}

async function knownDocuments(
  session: Session,
  source: Source,
  documents: readonly { readonly documentId: string }[],
): Promise<Base> {
  const ids = documents.map((document) => document.documentId);
  const known = await findKnownDocuments(session, source.documentSpace, ids);
  if (known.length === 0) return { reading: undefined, origin: undefined };
  return { reading: { kind: 'documents', documents: known }, origin: undefined };
}

export async function originOfReading(session: Session, stored: StoredReading): Promise<Origin | undefined> {
  const capture = await findCapture(session, stored.captureId);
  return capture && originOfCapture(capture, stored.readingId);
}

export function originOfCapture(capture: Pick<Capture, 'sha256' | 'url' | 'retrievedAt'>, readingId: string): Origin {
  return { readingId, sha256: capture.sha256, url: capture.url, retrievedAt: capture.retrievedAt };
}
