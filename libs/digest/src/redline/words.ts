/** Languages a redline is made in. */
export type RedlineLang = 'en' | 'ja';

const SEGMENTERS: Readonly<Record<RedlineLang, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
};

/** Words, spaces and signs of a text, in order; joined they are the text. Japanese has no spaces and is cut by dictionary. */
export function wordsOf(text: string, lang: RedlineLang): readonly string[] {
  return Array.from(SEGMENTERS[lang].segment(text), ({ segment }) => segment);
}

/** @returns true for a piece with a letter or digit; spaces and punctuation are no words. */
export function isWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece);
}

/** How many words a text holds. */
export function countWords(text: string, lang: RedlineLang): number {
  return wordsOf(text, lang).filter(isWord).length;
}
