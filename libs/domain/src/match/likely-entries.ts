import { CORE_LIKENESS } from '../impact/name-match.ts';
import { bitsInBoth } from './bits-in.ts';
import {
  BEGUN_ALIKE,
  ENTRY_WORDS,
  KIND,
  LONGEST,
  MOST_BEGUN_ALIKE,
  type NameSignature,
  TOLD,
} from './name-signature.ts';

const LENGTHS = LONGEST + 1;

/** By how many letters two names begin alike: the least sum of matched shares that likeness needs. */
const LEAST_SHARES = Array.from({ length: MOST_BEGUN_ALIKE + 1 }, (_, begun) => {
  // Jaro-Winkler is j + 0.1 p (1 - j), and Jaro j is a third of both shares and of a term that is at most 1.
  const leastJaro = (CORE_LIKENESS - 0.1 * begun) / (1 - 0.1 * begun);
  return 3 * leastJaro - 1 - 1e-9;
});

/** How many letters must be matched with a name of each length, rows by how many letters both begin with. */
function leastMatched(length: number): Uint8Array {
  return Uint8Array.from({ length: LEAST_SHARES.length * LENGTHS }, (_, at) => {
    const other = at % LENGTHS;
    // A length that is cut at the most that fits says nothing.
    if (length === LONGEST || other === LONGEST) return 0;
    const shares = LEAST_SHARES[Math.floor(at / LENGTHS)] ?? 0;
    return Math.ceil((shares * length * other) / Math.max(1, length + other));
  });
}
const LEAST_MATCHED = Array.from({ length: LENGTHS }, (_, length) => leastMatched(length));

/** Whether names of these lengths that begin alike by so many letters at most may be alike at all. */
export function mayBeOfLengths(length: number, other: number, begunAlike: number): boolean {
  return (LEAST_MATCHED[length]?.[begunAlike * LENGTHS + other] ?? 0) <= Math.min(length, other);
}

/**
 * Goes through entries of four words, a name and its signature, from one place to another, all of names of one length, and
 * adds those names to `found` that may be alike. One left out can never be found alike by likeness; one added promises
 * nothing. Tens of thousands are asked for a change, so nothing is made on the way: what two names have in common bounds what
 * either lacks of the other, and is counted once for both.
 */
export function addLikely(
  wanted: NameSignature,
  otherLength: number,
  entries: Uint32Array,
  from: number,
  to: number,
  found: number[],
): void {
  const { length } = wanted;
  const letters = wanted.letters | 0;
  const twice = wanted.twice | 0;
  const shape = wanted.shape | 0;
  const least = LEAST_MATCHED[length] as Uint8Array;
  const spare = length - (shape & TOLD);
  for (let at = from; at < to; at += ENTRY_WORDS) {
    const otherShape = entries[at + 3] as number;
    const differs = shape ^ otherShape;
    const needed = least[(BEGUN_ALIKE[Math.clz32(differs)] as number) * LENGTHS + otherLength] as number;
    const common = bitsInBoth(letters & (entries[at + 1] as number), twice & (entries[at + 2] as number));
    if (common + spare < needed || (differs & KIND) !== 0) continue;
    if (common + otherLength - (otherShape & TOLD) >= needed) found.push(entries[at] as number);
  }
}
