import type { DocumentsReading } from '#domain';
import type { SourceGuard } from '#sources';
import { passagesMissingIn, passagesOf } from './passages/passage.ts';

/** Fewer passages than this may go from any page: a small page that is rewritten is no half-served one. */
const FEW_PASSAGES = 3;

/**
 * Why documents must be held and not compared, or `undefined`. Too few of them; or a watched page of which more than the
 * guard's share is gone at once: half-served, or another page in its place.
 */
export function doubtOfDocuments(
  before: DocumentsReading | undefined,
  after: DocumentsReading,
  guard: Pick<SourceGuard, 'minEntries' | 'maxLossShare'>,
): string | undefined {
  if (after.documents.length < guard.minEntries)
    return `${after.documents.length} documents, fewer than the ${guard.minEntries} expected`;
  const known = new Map(before?.documents.map((document) => [document.documentId, document]));
  for (const document of after.documents) {
    const earlier = known.get(document.documentId);
    const old = earlier ? passagesOf(earlier) : [];
    const lost = passagesMissingIn(old, passagesOf(document)).length;
    if (lost > FEW_PASSAGES && lost > guard.maxLossShare * old.length)
      return `${lost} of ${old.length} passages of "${document.title.slice(0, 80)}" are gone at once`;
  }
  return undefined;
}
