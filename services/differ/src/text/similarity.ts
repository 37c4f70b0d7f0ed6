/** Counts of the two-character runs of a text. */
export type Bigrams = ReadonlyMap<string, number>;

/** Longer texts are judged by their beginning: enough to know a unit again, and bounded work on any input. */
const MAX_CHARS = 4_000;

/** The two-character runs of the first 4,000 characters. */
export function bigramsOf(text: string): Bigrams {
  const counts = new Map<string, number>();
  const end = Math.min(text.length, MAX_CHARS) - 1;
  for (let at = 0; at < end; at += 1) {
    const run = text.slice(at, at + 2);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(bigrams: Bigrams): number {
  let size = 0;
  for (const count of bigrams.values()) size += count;
  return size;
}

/** Share of two-character runs in common (Dice), 0 to 1. Needs no words, so it serves Japanese and English alike. */
export function similarity(a: Bigrams, b: Bigrams): number {
  const total = sizeOf(a) + sizeOf(b);
  if (total === 0) return 0;
  let common = 0;
  for (const [run, count] of a) common += Math.min(count, b.get(run) ?? 0);
  return (2 * common) / total;
}
