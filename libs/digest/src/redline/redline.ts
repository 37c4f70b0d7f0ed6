import { fullRedline } from './full-redline.ts';
import { ELLIPSIS, type RedlinePart } from './redline-part.ts';
import { isWord, type RedlineLang, wordsOf } from './words.ts';

/** Most unchanged words shown between two changes. */
export const MAX_CONTEXT_WORDS = 40;

/** Where the text can be cut so that `words` words remain in front. */
function cutAfter(pieces: readonly string[], words: number): number {
  let left = words;
  const at = pieces.findIndex((piece) => isWord(piece) && left-- === 0);
  return at === -1 ? pieces.length : at;
}

function withinContext(
  part: RedlinePart,
  isFirst: boolean,
  isLast: boolean,
  lang: RedlineLang,
): readonly RedlinePart[] {
  const pieces = wordsOf(part.text, lang);
  const words = pieces.filter(isWord).length;
  const half = MAX_CONTEXT_WORDS / 2;
  if (words <= (isFirst || isLast ? half : MAX_CONTEXT_WORDS)) return [part];
  const head = isFirst ? 0 : cutAfter(pieces, half);
  const tail = isLast ? pieces.length : cutAfter(pieces, words - half);
  const shown = (from: number, to: number): RedlinePart[] =>
    from === to ? [] : [{ kind: 'same', text: pieces.slice(from, to).join('') }];
  return [...shown(0, head), { kind: 'elided', text: ELLIPSIS }, ...shown(tail, pieces.length)];
}

/**
 * What changed between two texts, word by word, with at most {@link MAX_CONTEXT_WORDS} unchanged words between changes.
 * Equal texts give a single elision; empty texts give nothing.
 */
export function redlineOf(before: string, after: string, lang: RedlineLang): readonly RedlinePart[] {
  const parts = fullRedline(before, after, lang);
  const last = parts.length - 1;
  if (last === 0 && parts[0]?.kind === 'same') return [{ kind: 'elided', text: ELLIPSIS }];
  return parts.flatMap((part, at) =>
    part.kind === 'same' ? withinContext(part, at === 0, at === last, lang) : [part],
  );
}
