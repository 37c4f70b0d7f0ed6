import { CORE_LIKENESS, type ComparableName, SHORT_NAME, WEAK_FROM } from '../impact/name-match.ts';
import { LetterPattern } from './letter-pattern.ts';
import type { NameLetters } from './name-letters.ts';

/** A listed name, prepared to be compared with the letters of thousands: tells at little cost which cannot be alike. */
export class ListedPattern {
  readonly #core: LetterPattern;
  readonly #compact: LetterPattern;
  readonly #sorted: LetterPattern;
  readonly #mayBePart: boolean;

  constructor({ core, compact, sorted }: ComparableName) {
    this.#core = new LetterPattern(core, CORE_LIKENESS);
    this.#compact = new LetterPattern(compact, WEAK_FROM);
    this.#sorted = new LetterPattern(sorted, WEAK_FROM);
    this.#mayBePart = core.length >= SHORT_NAME;
  }

  /** Whether what distinguishes the name is like, or nothing does: the first `length` units. */
  isCoreLike(core: Uint16Array, length: number = core.length): boolean {
    return length === 0 || this.#core.mayBeReordered(core, length) || this.#core.isLike(core, length);
  }

  /** Whether all words may be alike, or one name be a part of the other; of a name that is not, `matchNames` finds nothing. */
  areWordsLike(name: NameLetters): boolean {
    if (this.#mayBePart && this.#core.mayBeReordered(name.core, name.coreLength)) return true;
    if (this.#compact.isLike(name.compact, name.compactLength)) return true;
    name.sort();
    return this.#sorted.isLike(name.sorted, name.compactLength);
  }
}
