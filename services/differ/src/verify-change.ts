import { isDeepStrictEqual } from 'node:util';
import type { Change } from '#domain';
import { findChange, findChangeOrigin, type Session } from '#store';
import { clockChange, clockKindOf } from './calendar/clock-change.ts';
import type { Derived } from './derive.ts';
import { type ComparisonMade, deriveAgain } from './derive-again.ts';
import { leftToReader, readerOf } from './fingerprint/leave-to-reader.ts';
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
  const verify = async (changeId: string): Promise<Verified> => {
    const stored = await findChange(session, changeId);
    const origin = await findChangeOrigin(session, changeId);
    if (!stored || !origin) return { kind: 'unknown', because: `no change ${changeId} is stored` };
    if (stored.change.detection.path === 'clock') return clockVerified(stored.change, verify);
    const again = await derived({ ...origin, detectedAt: stored.change.detectedAt });
    return compared(stored.change, again);
  };
  return { verify };
}

/** What the calendar told follows from the change whose date it reached, and from nothing else. */
async function clockVerified(told: Change, verify: Verifier['verify']): Promise<Verified> {
  const { originChangeId, thread, lastDay, daysBefore } = told.after ?? {};
  const origin = typeof originChangeId === 'string' ? await verify(originChangeId) : undefined;
  if (origin?.kind !== 'verified')
    return { kind: 'differs', because: 'the change whose date was reached does not verify' };
  const deadline = {
    kind: clockKindOf(told),
    thread: String(thread),
    lastDay: String(lastDay),
  };
  const again = clockChange(origin.change, { deadline, mark: Number(daysBefore), detectedAt: told.detectedAt });
  return sameOrNot(told, again);
}

function compared(told: Change, derived: Derived | undefined): Verified {
  if (derived?.kind !== 'derived') return { kind: 'differs', because: 'the capture can no longer be read' };
  const again = derived.changes.find((change) => change.changeId === told.changeId);
  if (!again) return { kind: 'differs', because: 'the stored bytes no longer give this change' };
  const reader = readerOf(told);
  return sameOrNot(told, reader === undefined ? again : leftToReader(again, reader));
}

function sameOrNot(told: Change, again: Change): Verified {
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(again)), told)) {
    return { kind: 'differs', because: 'the stored bytes give this change with other words' };
  }
  return { kind: 'verified', change: again, sha256: [...new Set(again.evidence.map((evidence) => evidence.sha256))] };
}
