import { compactText, comparableText } from '#domain';

const TYPES: readonly (readonly [letter: string, word: string])[] = [
  ['B', '生物'],
  ['C', '化学'],
  ['M', 'ミサイル'],
  ['N', '核'],
];

/**
 * Types of weapons of mass destruction for which a user is of concern, as letters in the order of the list: `B,C,M,N`. The
 * cell is printed in some twenty spellings (`M、N`, `ミサイルM`, `Ｎ`), in Japanese, in letters or both.
 * @returns the cell's own words where they name something else; an empty text for an empty cell.
 */
export function weaponTypes(cell: string): string {
  const words = comparableText(cell);
  const compact = compactText(cell);
  const letters = TYPES.filter(([letter, word]) => compact.includes(word) || new RegExp(`\\b${letter}\\b`).test(words));
  const rest = TYPES.reduce((text, [, word]) => text.replaceAll(word, ''), compact).replace(/[BCMN,、・/]/g, '');
  return rest === '' ? letters.map(([letter]) => letter).join(',') : words;
}
