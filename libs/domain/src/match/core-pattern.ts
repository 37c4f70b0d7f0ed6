import { jaroWinklerOfUnits, unitsOf } from '../impact/jaro-winkler.ts';
import { CORE_LIKENESS } from '../impact/name-match.ts';

/** Places in a whole number of bits. */
const MOST_PLACES = 32;
const PLAIN_CODES = 128;
const LONGEST_PREFIX = 4;

/** Least Jaro likeness that, with so many letters begun alike, makes {@link CORE_LIKENESS} by Winkler's addition. */
const LEAST_JARO = [0, 1, 2, 3, 4].map((prefix) => (CORE_LIKENESS - 0.1 * prefix) / (1 - 0.1 * prefix) - 1e-9);

/**
 * What distinguishes a listed name, prepared to be compared with thousands: for each letter the places where it stands, as
 * bits, so that the letters it has in common with another are counted in one pass over the other.
 */
export class CorePattern {
  readonly #units: Uint16Array;
  readonly #places = new Uint32Array(PLAIN_CODES);
  readonly #isShort: boolean;
  readonly #sum: number;

  constructor(core: string) {
    this.#units = unitsOf(core);
    this.#sum = sumOf(this.#units);
    this.#isShort = this.#units.length <= MOST_PLACES;
    for (const [at, code] of this.#units.entries()) {
      if (code < PLAIN_CODES) this.#places[code] = (this.#places[code] ?? 0) | (1 << at);
    }
  }

  /** Whether the other is as like as {@link CORE_LIKENESS} asks, or may be the same words in another order. */
  isLike(other: Uint16Array): boolean {
    if (other.length === this.#units.length && sumOf(other) === this.#sum) return true;
    return this.#mayBeLike(other) && jaroWinklerOfUnits(other, this.#units) >= CORE_LIKENESS;
  }

  /** The same with every common letter taken to stand in order; of letters beyond plain ones each is taken to be common. */
  #mayBeLike(other: Uint16Array): boolean {
    if (!this.#isShort || other.length === 0 || this.#units.length === 0) return true;
    const common = this.#common(other);
    let prefix = 0;
    while (prefix < LONGEST_PREFIX && prefix < other.length && other[prefix] === this.#units[prefix]) prefix += 1;
    return common / other.length + common / this.#units.length + 1 >= 3 * (LEAST_JARO[prefix] ?? 0);
  }

  /** Letters in common within the reach of Jaro's measure, each place taken once, from the left. */
  #common(other: Uint16Array): number {
    const places = this.#places;
    const reach = Math.max(0, (Math.max(other.length, this.#units.length) >>> 1) - 1);
    let free = -1;
    let common = 0;
    for (let at = 0; at < other.length; at += 1) {
      const code = other[at] as number;
      if (code >= PLAIN_CODES) {
        common += 1;
        continue;
      }
      const met = (places[code] as number) & free & within(at - reach, at + reach);
      if (met === 0) continue;
      free &= ~(met & -met);
      common += 1;
    }
    return common;
  }
}

function sumOf(units: Uint16Array): number {
  let sum = 0;
  for (let at = 0; at < units.length; at += 1) sum += units[at] as number;
  return sum;
}

/** Bits from one place to another, both included. */
function within(first: number, last: number): number {
  const upTo = last >= MOST_PLACES - 1 ? -1 : (1 << (last + 1)) - 1;
  if (first <= 0) return upTo;
  return first >= MOST_PLACES ? 0 : upTo & (-1 << first);
}
