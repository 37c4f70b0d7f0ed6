import { isDeepStrictEqual } from 'node:util';
import type { Change } from '#domain';
import { findChange, findChangeOrigin, type Session } from '#store';
import type { Derived } from './derive.ts';
import { type ComparisonMade, deriveAgain } from './derive-again.ts';
import type { SourceBook } from './source-book.ts';

/** Whether a stored change follows again from the stored bytes. */
export type Verified =
  | { readonly kind: 'verified'; readonly change: Change; readonly sha256: readonly string[] }
  | { readonly kind: 'differs'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string };

/**
 * Derives changes again: the bytes of both captures are hashed, read and compared anew, and the result must equal what
 * was told, word for word. Changes of one comparison asked for in a row cost one comparison.
 */
export interface Verifier {
  /** @throws StoredBytesDamagedError when bytes no longer match their hash. */
  verify(changeId: string): Promise<Verified>;
}

export function createVerifier(session: Session, book: SourceBook): Verifier {
  let last: { readonly key: string; readonly derived: Derived | undefined } | undefined;
  const derived = async (made: ComparisonMade): Promise<Derived | undefined> => {
    const key = JSON.stringify([made.readingId, made.previousReadingId, made.detectedAt]);
    if (last?.key !== key) last = { key, derived: await deriveAgain(session, book, made) };
    return last.derived;
  };
  return {
    verify: async (changeId) => {
      const stored = await findChange(session, changeId);
      const origin = await findChangeOrigin(session, changeId);
      if (!stored || !origin) return { kind: 'unknown', because: `no change ${changeId} is stored` };
      const again = await derived({ ...origin, detectedAt: stored.change.detectedAt });
      return compared(stored.change, again);
    },
  };
}

function compared(told: Change, derived: Derived | undefined): Verified {
  if (derived?.kind !== 'derived') return { kind: 'differs', because: 'the capture can no longer be read' };
  const again = derived.changes.find((change) => change.changeId === told.changeId);
  if (!again) return { kind: 'differs', because: 'the stored bytes no longer give this change' };
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(again)), told)) {
    return { kind: 'differs', because: 'the stored bytes give this change with other words' };
  }
  return { kind: 'verified', change: again, sha256: [...new Set(again.evidence.map((evidence) => evidence.sha256))] };
}
