import { CORE_LIKENESS, type ComparableName } from '../impact/name-match.ts';

/**
 * What can be told of a name without its letters. Two signatures that cannot be alike belong to names that cannot be alike,
 * which costs a few operations on whole numbers instead of a comparison of strings.
 */
export interface NameSignature {
  /** A bit for each letter that occurs; letters beyond a to z share six. */
  readonly letters: number;
  /** Length of the distinguishing part in UTF-16 units, whether there is one, and a digest of the numbers. */
  readonly shape: number;
  /** The first four units, a byte of each. */
  readonly start: number;
}

const LATIN_LETTERS = 26;
const LENGTH_BITS = 9;
const LONGEST = (1 << LENGTH_BITS) - 1;
const SHAPE_OF_KIND = ~LONGEST;

function bitOf(code: number): number {
  const letter = code - 97;
  return letter >= 0 && letter < LATIN_LETTERS ? 1 << letter : 1 << (LATIN_LETTERS + (code % 6));
}

function digestOfNumbers(numbers: string): number {
  let digest = numbers.length;
  for (let at = 0; at < numbers.length; at += 1) digest = (Math.imul(digest, 31) + numbers.charCodeAt(at)) & 0x3fffff;
  return digest;
}

/** The part that {@link mayBeAlike} looks at: what distinguishes the party or, where nothing does, the whole name. */
export function signatureOf({ core, compact, numbers }: ComparableName): NameSignature {
  const told = core === '' ? compact : core;
  let letters = 0;
  for (let at = 0; at < told.length; at += 1) letters |= bitOf(told.charCodeAt(at));
  const kind = (digestOfNumbers(numbers) << 1) | (core === '' ? 0 : 1);
  let start = 0;
  for (let at = 0; at < 4; at += 1) start = (start << 8) | (told.charCodeAt(at) & 0xff);
  return {
    letters: letters >>> 0,
    start: start >>> 0,
    shape: ((kind << LENGTH_BITS) | Math.min(told.length, LONGEST)) >>> 0,
  };
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

function commonStart(start: number, other: number): number {
  const differs = start ^ other;
  if (differs === 0) return 4;
  return Math.clz32(differs) >>> 3;
}

/**
 * @returns false only for names that likeness can never find alike; true promises nothing. The second name is given as the
 * three words of its signature, because millions are asked and lie in arrays of such words.
 */
export function mayBeAlike(wanted: NameSignature, letters: number, shape: number, start: number): boolean {
  if (((wanted.shape ^ shape) & SHAPE_OF_KIND) !== 0) return false;
  const length = wanted.shape & LONGEST;
  const otherLength = shape & LONGEST;
  if (length === LONGEST || otherLength === LONGEST) return true;
  const most = Math.min(length - bitsIn(wanted.letters & ~letters), otherLength - bitsIn(letters & ~wanted.letters));
  return most * (length + otherLength) >= (LEAST_SHARES[commonStart(wanted.start, start)] ?? 0) * length * otherLength;
}
