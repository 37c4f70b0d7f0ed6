import { jaroWinklerOfUnits, unitsOf } from '../impact/jaro-winkler.ts';
import { bitsIn } from './bits-in.ts';

/** Places in a whole number of bits. */
const MOST_PLACES = 32;
const PLAIN_CODES = 128;
const LONGEST_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/** What the other has in common, in its order; written anew by each comparison. */
const common = new Uint16Array(MOST_PLACES);

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

  /** Whether the first `length` units are as like by Jaro-Winkler as was asked. */
  isLike(other: Uint16Array, length: number = other.length): boolean {
    if (this.#isPlain && isPlain(other, length)) return this.#isLikeByPlaces(other, length);
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

  /** Places that the other's letters take within the reach of Jaro's measure, each once, from the left; fills `common`. */
  #take(other: Uint16Array, length: number): number {
    const places = this.#places;
    const reach = Math.max(0, (Math.max(length, this.#units.length) >>> 1) - 1);
    let free = -1;
    let matched = 0;
    for (let at = 0; at < length; at += 1) {
      const code = other[at] as number;
      const met = (places[code] as number) & free & within(at - reach, at + reach);
      if (met === 0) continue;
      free ^= met & -met;
      common[matched] = code;
      matched += 1;
    }
    return ~free;
  }

  /** Of the taken places, how many hold another letter than stands there in the other's order. */
  #misplaced(taken: number): number {
    let misplaced = 0;
    let rest = taken;
    for (let at = 0; rest !== 0; at += 1) {
      const first = rest & -rest;
      if (this.#units[31 - Math.clz32(first)] !== common[at]) misplaced += 1;
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

/** Bits from one place to another, both included. */
function within(first: number, last: number): number {
  const upTo = last >= MOST_PLACES - 1 ? -1 : (1 << (last + 1)) - 1;
  if (first <= 0) return upTo;
  return first >= MOST_PLACES ? 0 : upTo & (-1 << first);
}
