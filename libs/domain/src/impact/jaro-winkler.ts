const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;
const LONGEST = 1_024;

/** Written anew by each call; one place for all calls spares an allocation a comparison. */
const takenOfA = new Uint8Array(LONGEST);
const takenOfB = new Uint8Array(LONGEST);

/** The first 1024 UTF-16 units of a string that is compared with many others, read out once. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(Math.min(text.length, LONGEST));
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Marks what each string has in common with the other within reach, and counts it. */
function countMatched(a: Uint16Array, aLength: number, b: Uint16Array): number {
  const reach = Math.max(0, Math.floor(Math.max(aLength, b.length) / 2) - 1);
  takenOfA.fill(0, 0, aLength);
  takenOfB.fill(0, 0, b.length);
  let matched = 0;
  for (let at = 0; at < aLength; at += 1) {
    const character = a[at];
    const last = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= last; other += 1) {
      if (b[other] !== character || takenOfB[other] === 1) continue;
      takenOfA[at] = 1;
      takenOfB[other] = 1;
      matched += 1;
      break;
    }
  }
  return matched;
}

/** Of what was marked, how much stands in another order. */
function countMisplaced(a: Uint16Array, aLength: number, b: Uint16Array): number {
  let misplaced = 0;
  let other = 0;
  for (let at = 0; at < aLength; at += 1) {
    if (takenOfA[at] === 0) continue;
    while (takenOfB[other] === 0) other += 1;
    if (a[at] !== b[other]) misplaced += 1;
    other += 1;
  }
  return misplaced;
}

function jaro(a: Uint16Array, aLength: number, b: Uint16Array): number {
  if (aLength === 0 || b.length === 0) return aLength === b.length ? 1 : 0;
  const matches = countMatched(a, aLength, b);
  if (matches === 0) return 0;
  const inOrder = matches - countMisplaced(a, aLength, b) / 2;
  return (matches / aLength + matches / b.length + inOrder / matches) / 3;
}

/**
 * Similarity of two strings, 0 to 1, favouring a common beginning. Of longer strings the first 1024 UTF-16 units count.
 * Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model" (1990).
 */
export function jaroWinkler(a: string, b: string): number {
  return jaroWinklerOfUnits(unitsOf(a), unitsOf(b));
}

/** The same of strings whose units were read out before; of the first `aLength` units of a larger array. */
export function jaroWinklerOfUnits(a: Uint16Array, b: Uint16Array, aLength: number = a.length): number {
  const base = jaro(a, aLength, b);
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < aLength && a[prefix] === b[prefix]) prefix += 1;
  return base + prefix * PREFIX_WEIGHT * (1 - base);
}
