import type { RegulatoryDocument } from '#domain';
import type { Session } from '../open-store.ts';

const CHUNK = 500;

/** The documents of a source seen so far, among those asked for. A feed is a window: what left it is still known. */
export async function findKnownDocuments(
  session: Session,
  sourceId: string,
  documentIds: readonly string[],
): Promise<readonly RegulatoryDocument[]> {
  const found: RegulatoryDocument[] = [];
  for (let start = 0; start < documentIds.length; start += CHUNK) {
    const rows = await session
      .selectFrom('knownDocuments')
      .select('body')
      .where('sourceId', '=', sourceId)
      .where('documentId', 'in', documentIds.slice(start, start + CHUNK))
      .execute();
    for (const row of rows) found.push(JSON.parse(row.body) as RegulatoryDocument);
  }
  return found;
}

/** @returns whether any document of the source was ever seen: false means the next capture is its baseline. */
export async function hasKnownDocuments(session: Session, sourceId: string): Promise<boolean> {
  const row = await session
    .selectFrom('knownDocuments')
    .select('documentId')
    .where('sourceId', '=', sourceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers documents as last seen. */
export async function saveKnownDocuments(
  session: Session,
  sourceId: string,
  readingId: string,
  documents: readonly RegulatoryDocument[],
): Promise<void> {
  for (const document of documents) {
    const body = JSON.stringify(document);
    const row = { sourceId, documentId: document.documentId, body, readingId };
    await session
      .insertInto('knownDocuments')
      .values(row)
      .onConflict((conflict) => conflict.columns(['sourceId', 'documentId']).doUpdateSet({ body, readingId }))
      .execute();
  }
}

/** A known document, with whether any change was stored of it. */
export interface AccountedDocument {
  readonly document: RegulatoryDocument;
  readonly isTold: boolean;
}

/**
 * All documents of a space in the order of their ids, a page at a time.
 * @param after id of the last document seen; documents behind it are listed
 */
export async function listAccountedDocuments(
  session: Session,
  sourceId: string,
  after: string,
  limit: number,
): Promise<readonly AccountedDocument[]> {
  const rows = await session
    .selectFrom('knownDocuments')
    .select(['documentId', 'body'])
    .where('sourceId', '=', sourceId)
    .where('documentId', '>', after)
    .orderBy('documentId')
    .limit(limit)
    .execute();
  const ids = rows.map(({ documentId }) => documentId);
  const told =
    ids.length === 0
      ? []
      : await session.selectFrom('changes').select('subjectKey').where('subjectKey', 'in', ids).distinct().execute();
  const keys = new Set(told.map(({ subjectKey }) => subjectKey));
  return rows.map(({ documentId, body }) => ({
    document: JSON.parse(body) as RegulatoryDocument,
    isTold: keys.has(documentId),
  }));
}
