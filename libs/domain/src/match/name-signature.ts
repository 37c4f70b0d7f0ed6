import { CORE_LIKENESS, type ComparableName } from '../impact/name-match.ts';

/**
 * What can be told of a name without its letters. Two signatures that cannot be alike belong to names that cannot be alike,
 * which costs a few operations on whole numbers instead of a comparison of strings.
 */
export interface NameSignature {
  /** A bit for each letter that occurs; letters beyond a to z share six. */
  readonly letters: number;
  /** A bit for each letter that occurs twice or more. */
  readonly twice: number;
  /** The first four units of the distinguishing part, five bits of each; a digest of the numbers and whether there is such a part; its length. */
  readonly shape: number;
}

const LATIN_LETTERS = 26;
const LENGTH_BITS = 6;
const LONGEST = (1 << LENGTH_BITS) - 1;
const KIND_BITS = 6;
const START_AT = LENGTH_BITS + KIND_BITS;
const KIND = ((1 << KIND_BITS) - 1) << LENGTH_BITS;
const UNIT_BITS = 5;
const UNIT = (1 << UNIT_BITS) - 1;
const UNITS = 4;

function bitOf(code: number): number {
  const letter = code - 97;
  return letter >= 0 && letter < LATIN_LETTERS ? 1 << letter : 1 << (LATIN_LETTERS + (code % 6));
}

function digestOfNumbers(numbers: string): number {
  let digest = numbers.length;
  for (let at = 0; at < numbers.length; at += 1) digest = Math.imul(digest, 31) + numbers.charCodeAt(at);
  return digest & ((1 << (KIND_BITS - 1)) - 1);
}

/** The part that {@link addLikely} looks at: what distinguishes the party or, where nothing does, the whole name. */
export function signatureOf({ core, compact, numbers }: ComparableName): NameSignature {
  const told = core === '' ? compact : core;
  let letters = 0;
  let twice = 0;
  for (let at = 0; at < told.length; at += 1) {
    const bit = bitOf(told.charCodeAt(at));
    twice |= letters & bit;
    letters |= bit;
  }
  const kind = (digestOfNumbers(numbers) << 1) | (core === '' ? 0 : 1);
  let start = 0;
  for (let at = 0; at < UNITS; at += 1) start = (start << UNIT_BITS) | (told.charCodeAt(at) & UNIT);
  const shape = (start << START_AT) | (kind << LENGTH_BITS) | Math.min(told.length, LONGEST);
  return { letters: letters >>> 0, twice: twice >>> 0, shape: shape >>> 0 };
}

/** By how many letters two names begin alike, at most: the least sum of matched shares that likeness needs. */
const LEAST_SHARES = [0, 1, 2, 3, 4].map((prefix) => {
  // Jaro-Winkler is j + 0.1 p (1 - j), and Jaro j is a third of both shares and of a term that is at most 1.
  const leastJaro = (CORE_LIKENESS - 0.1 * prefix) / (1 - 0.1 * prefix);
  return 3 * leastJaro - 1 - 1e-9;
});

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many letters must be matched with a name of each length, rows by how many letters both begin with. */
function leastMatched(length: number): Uint8Array {
  return Uint8Array.from({ length: LEAST_SHARES.length * (LONGEST + 1) }, (_, at) => {
    const other = at & LONGEST;
    if (length === LONGEST || other === LONGEST) return 0;
    const shares = LEAST_SHARES[at >>> LENGTH_BITS] ?? 0;
    return Math.ceil((shares * length * other) / Math.max(1, length + other));
  });
}
const LEAST_MATCHED = Array.from({ length: LONGEST + 1 }, (_, length) => leastMatched(length));

/**
 * Goes through entries of four words, a name and its signature, and adds those to `found` that may be alike. One left out can
 * never be found alike by likeness; one added promises nothing. Millions are asked, so nothing is made on the way.
 */
export function addLikely({ letters, twice, shape }: NameSignature, entries: Uint32Array, found: number[]): void {
  const length = shape & LONGEST;
  const least = LEAST_MATCHED[length] ?? new Uint8Array(0);
  for (let at = 0; at + 3 < entries.length; at += 4) {
    const otherShape = entries[at + 3] as number;
    const differs = shape ^ otherShape;
    if ((differs & KIND) !== 0) continue;
    const other = otherShape & LONGEST;
    const commonStart = Math.min(UNITS, (Math.clz32(differs) / UNIT_BITS) | 0);
    const needed = least[(commonStart << LENGTH_BITS) | other] as number;
    if (length < needed || other < needed) continue;
    // A length that is cut at the most that fits says nothing; `needed` is then 0 and no letter is missed.
    if (needed > 0) {
      const others = entries[at + 1] as number;
      const otherTwice = entries[at + 2] as number;
      if (length - bitsIn(letters & ~others) - bitsIn(twice & ~otherTwice) < needed) continue;
      if (other - bitsIn(others & ~letters) - bitsIn(otherTwice & ~twice) < needed) continue;
    }
    found.push(entries[at] as number);
  }
}
