import type { RegulatoryDocument } from '#domain';
import { type DocumentsContext, diffDocuments } from './diff-documents.ts';

/** Where a document that was read ended: nothing that a watched source publishes is without one of these. */
export type DocumentAccount =
  | { readonly state: 'told' | 'review'; readonly because: string }
  | { readonly state: 'dismissed'; readonly because: string }
  /** Its words concern a watched tool and no change of it is stored: an operator must look. */
  | { readonly state: 'missing'; readonly because: string };

/** Accounts for one known document, by what its words come to today and whether a change of it is stored. Pure. */
export function accountOfDocument(
  document: RegulatoryDocument,
  isTold: boolean,
  context: DocumentsContext,
): DocumentAccount {
  const { drafts, dismissed } = diffDocuments(undefined, { kind: 'documents', documents: [document] }, context);
  const [draft] = drafts;
  if (draft === undefined) {
    const because = dismissed[0]?.because ?? 'its words come to nothing';
    return isTold ? { state: 'told', because: 'told by an earlier copy' } : { state: 'dismissed', because };
  }
  const because = `${draft.type} under ${draft.instrumentId ?? context.instrumentId}`;
  if (!isTold) return { state: 'missing', because };
  return { state: draft.needsReview ? 'review' : 'told', because };
}
