/** What the index of a store knows a text by: every three characters (code points) in a row. */
export const GRAM = 3;

const MOST_GRAMS = 12;

/** Every gram of a text once. */
export function gramsOf(text: string): readonly string[] {
  const characters = [...text];
  const grams = new Set<string>();
  for (let index = 0; index + GRAM <= characters.length; index += 1) {
    grams.add(characters.slice(index, index + GRAM).join(''));
  }
  return [...grams];
}

/**
 * Grams that a text must have to hold `needle`: enough to find few others; what is found is compared with the needle. None
 * for a needle shorter than a gram.
 */
export function gramsToFind(needle: string): readonly string[] {
  const characters = [...needle];
  const last = characters.length - GRAM;
  const starts: number[] = [];
  for (let start = 0; start < last && starts.length < MOST_GRAMS; start += GRAM) starts.push(start);
  if (last >= 0) starts.push(last);
  return [...new Set(starts.map((start) => characters.slice(start, start + GRAM).join('')))];
}
