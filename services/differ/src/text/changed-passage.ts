import { type Lang, substanceOf } from './substance.ts';

/** The printed lines of each text that the other does not have. */
export interface ChangedPassages {
  readonly before: string;
  readonly after: string;
}

function linesMissingIn(text: string, other: string, lang: Lang): string {
  const counts = new Map<string, number>();
  for (const line of other.split('\n')) {
    const key = substanceOf(line, lang);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const missing = text.split('\n').filter((line) => {
    const key = substanceOf(line, lang);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
  return missing.join('\n');
}

/** Raw lines (paragraphs, items) in which two texts differ in substance, in the order printed. A side may be empty. */
export function changedPassages(before: string, after: string, lang: Lang): ChangedPassages {
  return { before: linesMissingIn(before, after, lang), after: linesMissingIn(after, before, lang) };
}
