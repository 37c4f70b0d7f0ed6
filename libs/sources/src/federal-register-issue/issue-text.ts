import { type CheerioAPI, textWithBreaks } from '../markup/index.ts';

const DASHES = /[\u2010-\u2015\u2212]/g;

/** Words of an element on one line, without footnote marks. */
export function lineOf($: CheerioAPI, element: Parameters<CheerioAPI>[0]): string {
  const unmarked = $(element).clone();
  unmarked.find('SU, FTREF').remove();
  return textWithBreaks($, unmarked).replace(/\s+/g, ' ').trim();
}

/** Paragraphs below an element as one text, its label (`SUMMARY:`) left out; `undefined` where there are none. */
export function paragraphsOf($: CheerioAPI, element: ReturnType<CheerioAPI>): string | undefined {
  const text = element
    .find('P, FP')
    .toArray()
    .map((paragraph) => lineOf($, paragraph))
    .filter((line) => line !== '')
    .join(' ');
  return text === '' ? undefined : text;
}

/** Numbers and codes with one kind of hyphen: renderings before March 2024 print en dashes. */
export function withHyphens(text: string): string {
  return text.replace(DASHES, '-');
}
