import type { Band } from '../profile.ts';

/** A profile that a change matters to: what {@link assessImpact} finds, without the words. */
export interface ProfileMatch {
  readonly id: string;
  readonly score: number;
  readonly band: Band;
}

/** What is the same for all profiles touched in the same ways. */
export type Outcome = Omit<ProfileMatch, 'id'>;

/** Who matched one change. Go through it before the index is altered: ids are looked up on the way. */
export class ProfileMatches implements Iterable<ProfileMatch> {
  readonly #ids: readonly string[];
  readonly #numbers: Uint32Array;
  readonly #kinds: Uint16Array;
  readonly #outcomes: readonly (Outcome | undefined)[];

  /** @param kinds of each numbered profile which of the outcomes is its own. */
  constructor(
    ids: readonly string[],
    numbers: Uint32Array,
    kinds: Uint16Array,
    outcomes: readonly (Outcome | undefined)[],
  ) {
    this.#ids = ids;
    this.#numbers = numbers;
    this.#kinds = kinds;
    this.#outcomes = outcomes;
  }

  get size(): number {
    return this.#numbers.length;
  }

  /** No generator: thousands are gone through for a change, and resuming one costs more than the match. */
  [Symbol.iterator](): Iterator<ProfileMatch> {
    let at = 0;
    return {
      next: () => {
        const number = this.#numbers[at];
        const outcome = this.#outcomes[this.#kinds[at] ?? 0];
        if (number === undefined || outcome === undefined) return { done: true, value: undefined };
        at += 1;
        return { done: false, value: { id: this.#ids[number] ?? '', score: outcome.score, band: outcome.band } };
      },
    };
  }
}
