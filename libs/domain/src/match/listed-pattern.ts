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

  /** Whether what distinguishes the name is like, or nothing does. */
  isCoreLike(core: Uint16Array): boolean {
    return core.length === 0 || this.#core.mayBeReordered(core) || this.#core.isLike(core);
  }

  /** The same of a name of plain letters that was read. */
  isReadCoreLike({ core, coreLength }: NameLetters): boolean {
    return coreLength === 0 || this.#core.mayBeReordered(core, coreLength) || this.#core.isLike(core, coreLength, true);
  }

  /** Whether all words may be alike, or one name be a part of the other; of a name that is not, `matchNames` finds nothing. */
  areWordsLike(name: NameLetters): boolean {
    if (this.#mayBePart && this.#core.mayBeReordered(name.core, name.coreLength)) return true;
    if (this.#compact.isLike(name.compact, name.compactLength, true)) return true;
    name.sort();
    return this.#sorted.isLike(name.sorted, name.compactLength, true);
  }
}
