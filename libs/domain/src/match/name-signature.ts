import type { ComparableName } from '../impact/name-match.ts';
import { bitsInBoth } from './bits-in.ts';

/**
 * What can be told of a name without its letters. Two signatures that cannot be alike belong to names that cannot be alike,
 * which costs a few operations on whole numbers instead of a comparison of strings.
 */
export interface NameSignature {
  /** A bit for each letter that occurs; letters beyond a to z share six. */
  readonly letters: number;
  /** A bit for each letter that occurs twice or more; those of a to z that occur thrice share the last six as well. */
  readonly twice: number;
  /**
   * The first four units of the distinguishing part, five bits of each; a digest of the numbers and whether there is such a
   * part; how many bits of `letters` and `twice` are set.
   */
  readonly shape: number;
  /** Units of that part, {@link LONGEST} for all longer ones. Not among the words of an entry: entries of one length stand together. */
  readonly length: number;
}

const LATIN_LETTERS = 26;
const SHARED_BITS = 6;
const TOLD_BITS = 6;
const KIND_BITS = 6;
const START_AT = TOLD_BITS + KIND_BITS;
const UNIT_BITS = 5;
const UNIT = (1 << UNIT_BITS) - 1;
const UNITS = 4;

/** The longest that is told of; it stands for all longer ones. */
export const LONGEST = 63;
/** Of a shape how many bits are set in the letters, and the part in which none alike differ. */
export const TOLD = (1 << TOLD_BITS) - 1;
export const KIND = ((1 << KIND_BITS) - 1) << TOLD_BITS;
/** As many units as count towards a common beginning. */
export const MOST_BEGUN_ALIKE = UNITS;

/** By how many units two names begin alike, for each place of the first bit in which their shapes differ. */
export const BEGUN_ALIKE = Uint8Array.from({ length: 33 }, (_, bit) => Math.min(UNITS, Math.floor(bit / UNIT_BITS)));

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

/** Of the part that likeness looks at: what distinguishes the party or, where nothing does, the whole name. */
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
  twice |= thrice;
  const shape = (start << START_AT) | (kind << TOLD_BITS) | bitsInBoth(letters, twice);
  return { letters: letters >>> 0, twice: twice >>> 0, shape: shape >>> 0, length: Math.min(told.length, LONGEST) };
}
