const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;

/** Positions in `b` matched by each character of `a`, in order of `a`. */
function matchedPositions(a: readonly string[], b: readonly string[]): number[] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const positions: number[] = [];
  a.forEach((character, at) => {
    const last = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= last; other += 1) {
      if (taken.has(other) || b[other] !== character) continue;
      taken.add(other);
      positions.push(other);
      return;
    }
  });
  return positions;
}

function jaro(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const positions = matchedPositions(a, b);
  const matches = positions.length;
  if (matches === 0) return 0;
  const inOrder = positions.toSorted((x, y) => x - y);
  const misplaced = positions.filter((position, at) => b[position] !== b[inOrder[at] ?? position]).length;
  return (matches / a.length + matches / b.length + (matches - misplaced / 2) / matches) / 3;
}

/**
 * Similarity of two strings, 0 to 1, favouring a common beginning.
 * Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model" (1990).
 */
export function jaroWinkler(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const base = jaro(left, right);
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return base + prefix * PREFIX_WEIGHT * (1 - base);
}
