import { kanjiNumber, NUMERAL } from './kanji-number.ts';

const RUN = new RegExp(NUMERAL, 'g');

/**
 * A label with its numerals as ASCII digits and its brackets half-width: `（十の二）` gives `(10の2)`, `一六の項` gives
 * `16の項`, `三の二の項（二）１０` gives `3の2の項(2)10`. Meant for labels of rows, items and lines only: in running text
 * kanji numerals are also parts of words. A run that is no numeral stays as it is.
 */
export function arabicLabel(label: string): string {
  return label.replace(RUN, (run) => String(kanjiNumber(run) ?? run)).normalize('NFKC');
}
