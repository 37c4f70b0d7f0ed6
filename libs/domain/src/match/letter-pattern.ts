import { jaroWinklerOfUnits, unitsOf } from '../impact/jaro-winkler.ts';
import { bitsIn } from './bits-in.ts';

/** Places in a whole number of bits. */
const MOST_PLACES = 32;
const PLAIN_CODES = 128;
const LONGEST_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/** What the other has in common, in its order; written anew by each comparison. */
const common = new Uint16Array(MOST_PLACES + 1);

/**
 * Letters that are compared with those of thousands of names: for each letter the places where it stands, as bits, so that
 * Jaro-Winkler's measure takes one pass over the other instead of one over both for each letter.
 */
export class LetterPattern {
  readonly #units: Uint16Array;
  readonly #leastLikeness: number;
  /** Least Jaro likeness that, with so many letters begun alike, makes the least likeness by Winkler's addition. */
  readonly #leastJaro: readonly number[];
  readonly #places = new Uint32Array(PLAIN_CODES);
  readonly #isPlain: boolean;
  readonly #sum: number;

  constructor(text: string, leastLikeness: number) {
    this.#units = unitsOf(text);
    this.#leastLikeness = leastLikeness;
    this.#leastJaro = [0, 1, 2, 3, 4].map(
      (begun) => (leastLikeness - PREFIX_WEIGHT * begun) / (1 - PREFIX_WEIGHT * begun) - 1e-9,
    );
    this.#sum = sumOf(this.#units, this.#units.length);
    this.#isPlain =
      this.#units.length > 0 && this.#units.length <= MOST_PLACES && this.#units.every((code) => code < PLAIN_CODES);
    if (!this.#isPlain) return;
    for (const [at, code] of this.#units.entries()) this.#places[code] = (this.#places[code] ?? 0) | (1 << at);
  }

  /** Whether the first `length` units are as like by Jaro-Winkler as was asked; `arePlain` if all are known to be of ASCII. */
  isLike(other: Uint16Array, length: number = other.length, arePlain = isPlain(other, length)): boolean {
    if (this.#isPlain && arePlain && length > 0) return this.#isLikeByPlaces(other, length);
    return jaroWinklerOfUnits(other, this.#units, length) >= this.#leastLikeness;
  }

  /** Whether the first `length` units may be the same letters in another order. */
  mayBeReordered(other: Uint16Array, length: number = other.length): boolean {
    return length === this.#units.length && sumOf(other, length) === this.#sum;
  }

  #isLikeByPlaces(other: Uint16Array, length: number): boolean {
    let begun = 0;
    while (begun < LONGEST_PREFIX && begun < length && other[begun] === this.#units[begun]) begun += 1;
    const taken = this.#take(other, length);
    const matched = bitsIn(taken);
    const shares = matched / length + matched / this.#units.length;
    if (shares + 1 < 3 * (this.#leastJaro[begun] as number)) return false;
    const jaro = (shares + (matched - this.#misplaced(taken) / 2) / matched) / 3;
    return jaro + begun * PREFIX_WEIGHT * (1 - jaro) >= this.#leastLikeness;
  }

  /**
   * Places that the other's letters take within the reach of Jaro's measure, each once, from the left; fills `common`. Whether
   * a letter finds a place cannot be foreseen, so nothing branches on it.
   */
  #take(other: Uint16Array, length: number): number {
    const places = this.#places;
    const reach = Math.max(0, (Math.max(length, this.#units.length) >>> 1) - 1);
    let within = reach >= MOST_PLACES - 1 ? -1 : (1 << (reach + 1)) - 1;
    let free = -1;
    let matched = 0;
    for (let at = 0; at < length; at += 1) {
      const code = other[at] as number;
      const met = (places[code] as number) & free & within;
      free ^= met & -met;
      common[matched] = code;
      matched += isNotZero(met);
      within = (within << 1) | isLess(at, reach);
    }
    return ~free;
  }

  /** Of the taken places, how many hold another letter than stands there in the other's order. */
  #misplaced(taken: number): number {
    let misplaced = 0;
    let rest = taken;
    for (let at = 0; rest !== 0; at += 1) {
      const first = rest & -rest;
      misplaced += isNotZero((this.#units[31 - Math.clz32(first)] as number) ^ (common[at] as number));
      rest ^= first;
    }
    return misplaced;
  }
}

function isPlain(units: Uint16Array, length: number): boolean {
  let all = 0;
  for (let at = 0; at < length; at += 1) all |= units[at] as number;
  return length > 0 && all < PLAIN_CODES;
}

function sumOf(units: Uint16Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += units[at] as number;
  return sum;
}

/** 1 or 0, without a branch. */
function isNotZero(word: number): number {
  return (word | -word) >>> 31;
}

/** 1 or 0, without a branch, of numbers below 2^31. */
function isLess(one: number, other: number): number {
  return (one - other) >>> 31;
}
