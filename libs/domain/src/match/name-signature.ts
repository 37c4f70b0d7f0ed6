import { CORE_LIKENESS, type ComparableName } from '../impact/name-match.ts';
import { bitsIn } from './bits-in.ts';

/**
 * What can be told of a name without its letters. Two signatures that cannot be alike belong to names that cannot be alike,
 * which costs a few operations on whole numbers instead of a comparison of strings.
 */
export interface NameSignature {
  /** A bit for each letter that occurs; letters beyond a to z share six. */
  readonly letters: number;
  /** A bit for each letter that occurs twice or more; those of a to z that occur thrice share the last six as well. */
  readonly twice: number;
  /** The first four units of the distinguishing part, five bits of each; a digest of the numbers and whether there is such a part; its length. */
  readonly shape: number;
}

const LATIN_LETTERS = 26;
const SHARED_BITS = 6;
const LENGTH_BITS = 6;
const LONGEST = (1 << LENGTH_BITS) - 1;
const KIND_BITS = 6;
const START_AT = LENGTH_BITS + KIND_BITS;
const KIND = ((1 << KIND_BITS) - 1) << LENGTH_BITS;
const UNIT_BITS = 5;
const UNIT = (1 << UNIT_BITS) - 1;
const UNITS = 4;

/** Words of an entry: the name and its signature. */
export const ENTRY_WORDS = 4;

function bitOf(code: number): number {
  const letter = code - 97;
  return letter >= 0 && letter < LATIN_LETTERS ? 1 << letter : sharedBitOf(code);
}

/** One of the six bits beyond those of a to z. */
function sharedBitOf(code: number): number {
  return 1 << (LATIN_LETTERS + (code % SHARED_BITS));
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
  let thrice = 0;
  for (let at = 0; at < told.length; at += 1) {
    const code = told.charCodeAt(at);
    const bit = bitOf(code);
    if ((twice & bit) !== 0) thrice |= sharedBitOf(code);
    twice |= letters & bit;
    letters |= bit;
  }
  const kind = (digestOfNumbers(numbers) << 1) | (core === '' ? 0 : 1);
  let start = 0;
  for (let at = 0; at < UNITS; at += 1) start = (start << UNIT_BITS) | (told.charCodeAt(at) & UNIT);
  const shape = (start << START_AT) | (kind << LENGTH_BITS) | Math.min(told.length, LONGEST);
  return { letters: letters >>> 0, twice: (twice | thrice) >>> 0, shape: shape >>> 0 };
}

/** By how many letters two names begin alike, at most: the least sum of matched shares that likeness needs. */
const LEAST_SHARES = [0, 1, 2, 3, 4].map((prefix) => {
  // Jaro-Winkler is j + 0.1 p (1 - j), and Jaro j is a third of both shares and of a term that is at most 1.
  const leastJaro = (CORE_LIKENESS - 0.1 * prefix) / (1 - 0.1 * prefix);
  return 3 * leastJaro - 1 - 1e-9;
});

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

/** As many letters as count towards a common beginning. */
export const MOST_BEGUN_ALIKE = UNITS;

/** Length of what a signature tells of; the greatest that fits stands for all longer ones. */
export function lengthOf({ shape }: NameSignature): number {
  return shape & LONGEST;
}

/** Least letters that must be matched by names of these lengths, if they begin alike by so many letters at most. */
export function leastMatchedOf(length: number, other: number, begunAlike: number): number {
  return LEAST_MATCHED[length]?.[(begunAlike << LENGTH_BITS) | other] ?? 0;
}

/**
 * Goes through entries of four words, a name and its signature, and adds those to `found` that may be alike. One left out can
 * never be found alike by likeness; one added promises nothing. Millions are asked, so nothing is made on the way, and what
 * most entries fail is asked first: letters that they lack, of which none that may be alike lacks more than `mostLacking`.
 */
export function addLikely(wanted: NameSignature, mostLacking: number, entries: Uint32Array, found: number[]): void {
  const letters = wanted.letters | 0;
  const shape = wanted.shape | 0;
  for (let at = 0; at + 3 < entries.length; at += 4) {
    if (bitsIn(letters & ~(entries[at + 1] as number)) > mostLacking) continue;
    if (((shape ^ (entries[at + 3] as number)) & KIND) !== 0) continue;
    if (isLikely(wanted, entries, at)) found.push(entries[at] as number);
  }
}

function isLikely({ letters, twice, shape }: NameSignature, entries: Uint32Array, at: number): boolean {
  const otherShape = entries[at + 3] as number;
  const length = shape & LONGEST;
  const other = otherShape & LONGEST;
  const commonStart = Math.min(UNITS, (Math.clz32(shape ^ otherShape) / UNIT_BITS) | 0);
  const needed = leastMatchedOf(length, other, commonStart);
  // A length that is cut at the most that fits says nothing; `needed` is then 0.
  if (needed === 0) return true;
  if (length < needed || other < needed) return false;
  const others = entries[at + 1] as number;
  const otherTwice = entries[at + 2] as number;
  return (
    length - bitsIn(letters & ~others) - bitsIn(twice & ~otherTwice) >= needed &&
    other - bitsIn(others & ~letters) - bitsIn(otherTwice & ~twice) >= needed
  );
}
