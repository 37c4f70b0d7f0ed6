const PAIRS = 0x55555555;
const FOURS = 0x33333333;
const EIGHTS = 0x0f0f0f0f;

/** How many bits of the 32 are set. */
export function bitsIn(word: number): number {
  return bitsInBoth(word, 0);
}

/** How many bits are set in two words together: counted in fours apart and then as one, at little more than the cost of one. */
export function bitsInBoth(word: number, other: number): number {
  const fours = bitsOfFours(word) + bitsOfFours(other);
  return Math.imul((fours & EIGHTS) + ((fours >>> 4) & EIGHTS), 0x01010101) >>> 24;
}

/** For each four bits how many of them are set. */
function bitsOfFours(word: number): number {
  const pairs = word - ((word >>> 1) & PAIRS);
  return (pairs & FOURS) + ((pairs >>> 2) & FOURS);
}
