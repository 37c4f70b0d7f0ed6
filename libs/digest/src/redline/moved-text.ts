import type { RedlinePart } from './redline-part.ts';
import { countWords, type RedlineLang } from './words.ts';

/** Shorter passages recur by chance. */
const FEWEST_WORDS = 4;

/** What is compared to find a passage again: its words without the spaces and signs around them. */
function passage(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Marks a passage that was deleted in one place and inserted, word for word, in another. */
export function markMoves(parts: readonly RedlinePart[], lang: RedlineLang): readonly RedlinePart[] {
  const inserted = parts.flatMap(({ kind, text }, at) => (kind === 'inserted' ? [{ at, passage: passage(text) }] : []));
  const insertedAt = Map.groupBy(inserted, (part) => part.passage);
  const moved = new Map<number, RedlinePart['kind']>();
  parts.forEach(({ kind, text }, from) => {
    if (kind !== 'deleted' || countWords(text, lang) < FEWEST_WORDS) return;
    const to = insertedAt.get(passage(text))?.shift()?.at;
    if (to === undefined) return;
    moved.set(from, 'moved_from');
    moved.set(to, 'moved_to');
  });
  return parts.map((part, at) => ({ ...part, kind: moved.get(at) ?? part.kind }));
}
