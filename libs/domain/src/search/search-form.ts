import { KANJI_NUMERALS, kanjiNumber } from './kanji-number.ts';
import { type MappedText, replaceMapped, unchanged } from './mapped-text.ts';

/** Scripts in which a word is not set off by spaces. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const NUMERALS = `[${KANJI_NUMERALS}]+`;
const LATIN_ACCENTS = /[\u0300-\u036f]/g;

/** One step from a text as printed to the form in which it is searched. */
type Step = readonly [pattern: RegExp, replacement: (found: string) => string];

const inArabic = (found: string): string =>
  found.replace(new RegExp(NUMERALS, 'u'), (numerals) => String(kanjiNumber(numerals)));

/** Where Chinese numerals number a provision: 第十条の二, 七の項(十の二), 二号. Elsewhere (統一, 三菱) they are words. */
const NUMBERS = new RegExp(
  [
    `第${NUMERALS}`,
    `(?<=[条項号類款表節章]の)${NUMERALS}`,
    `(?<=[0-9${KANJI_NUMERALS}]の)${NUMERALS}`,
    `(?<!\\p{Script=Han})${NUMERALS}(?=の?[項号類]|の${NUMERALS})`,
    `(?<=\\()${NUMERALS}(?=\\)|の${NUMERALS})`,
  ].join('|'),
  'gu',
);

const STEPS: readonly Step[] = [
  // A letter with its marks; half-width kana stand before theirs.
  [/[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]*|[\p{M}\uFF9E\uFF9F]+/gu, foldedLetter],
  [/[\u00AD\u200B-\u200D\u2060\uFEFF・]/g, () => ''],
  [/(?<![a-z0-9.])(?:[a-z]\.){2,}/g, (found) => found.replaceAll('.', '')],
  [/(?<=\d),(?=\d{3}(?!\d))/g, () => ''],
  [NUMBERS, inArabic],
  [new RegExp(`(?<=[${UNSPACED}])\\s+(?=[${UNSPACED}])`, 'gu'), () => ''],
  [/[^\p{L}\p{N}\p{M}.]+/gu, () => ' '],
  [/(?<![a-z0-9])\.|\.(?![a-z0-9])/g, () => ' '],
  [new RegExp(`(?<=[${UNSPACED}])(?=[^${UNSPACED} ])|(?<=[^${UNSPACED} ])(?=[${UNSPACED}])`, 'gu'), () => ' '],
  [/ {2,}/g, () => ' '],
];

/** Folding letter by letter is the same, and slower. */
function foldedLetter(letters: string): string {
  if (ASCII.test(letters)) return letters.toLowerCase();
  const plain = letters.normalize('NFKC').toLowerCase();
  return plain.normalize('NFD').replace(LATIN_ACCENTS, '').normalize('NFC');
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * The form in which texts are searched, never shown: Unicode NFKC in lower case without Latin accents; words apart by one
 * space, unspaced scripts apart from others; a full stop only inside a code (`3a090.a`, `744.11`); numbers of Japanese
 * provisions in Arabic numerals, so that 七の項（十の二） and 7の項(10の2) are one. A query takes the same form.
 */
export function searchForm(raw: string): string {
  let text = foldedLetter(raw);
  for (const [pattern, replacement] of STEPS.slice(1)) text = text.replace(pattern, replacement);
  return text.trim();
}

/** The same form, untrimmed, with the place in `raw` of each of its characters. */
export function mappedSearchForm(raw: string): MappedText {
  return STEPS.reduce((mapped, [pattern, replacement]) => replaceMapped(mapped, pattern, replacement), unchanged(raw));
}

/** Whether a search form begins in a script without spaces: there a word may begin anywhere. */
export function beginsUnspaced(form: string): boolean {
  return STARTS_UNSPACED.test(form);
}

const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
