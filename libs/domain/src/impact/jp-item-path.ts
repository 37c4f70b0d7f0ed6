import type { ControlPath } from './control-path.ts';

const KANJI_DIGITS = '〇一二三四五六七八九';
const MAX_LABEL_CHARS = 120;

function kanjiNumber(text: string): string {
  if (!text.includes('十')) return [...text].map((digit) => KANJI_DIGITS.indexOf(digit)).join('');
  const [tens = '', ones = ''] = text.split('十');
  const ten = tens === '' ? 1 : KANJI_DIGITS.indexOf(tens);
  return String(ten * 10 + (ones === '' ? 0 : KANJI_DIGITS.indexOf(ones)));
}

function withAsciiNumbers(text: string): string {
  return text.replace(/[〇一二三四五六七八九十]+(?=の|\)|$)/g, kanjiNumber);
}

const FIRST_TABLE = /^(?:輸出(?:貿易管理)?令)?別表第一の?|^輸出(?:貿易管理)?令(?=別表1\/)/;
const FOREIGN_EXCHANGE_TABLE = /^(?:外(?:国)?為(?:替)?令)(?:別表の?)?/;
const ROW = /^([0-9〇一二三四五六七八九十]+(?:の[0-9〇一二三四五六七八九十]+)*)の項(.*)$/;
const OTHER_TABLE = /^(別表第[一二三四五六七八九十]+(?:の[一二三四五六七八九十]+)*)(.*)$/;
const UNITS =
  /第[0-9一二三四五六七八九十]+号(?:の[0-9一二三四五六七八九十]+)*|\([^()]+\)|[0-9]+(?:の[0-9]+)*(?:の項)?|[ァ-ヶ]/g;

/** `7(10の2)`, `7-(10-2)` and `別表1/7/10の2`, as exporters and releases write `7の項(10の2)`. */
function inFull(short: string): string {
  const bracketed = /^([0-9]+(?:[の-][0-9]+)*)-?\(([0-9]+(?:[の-][0-9]+)*)\)(.*)$/.exec(short);
  const slashed = /^別表1\/([0-9]+(?:[の-][0-9]+)*)(?:\/([0-9]+(?:[の-][0-9]+)*))?(?:\/(.*))?$/.exec(short);
  const [, row, item, rest = ''] = bracketed ?? slashed ?? [];
  if (row === undefined) return short;
  const branch = (number: string) => number.replaceAll('-', 'の');
  return `${branch(row)}の項${item === undefined ? '' : `(${branch(item)})`}${rest}`;
}

function unitsOf(rest: string): string[] {
  return [...rest.matchAll(UNITS)].map(([unit]) => (unit.startsWith('(') ? withAsciiNumbers(unit) : unit));
}

function tokensOf(label: string): string[] | undefined {
  const row = ROW.exec(label);
  if (row !== null) return [`${withAsciiNumbers(row[1] ?? '')}の項`, ...unitsOf(row[2] ?? '')];
  const other = OTHER_TABLE.exec(label);
  return other === null ? undefined : [other[1] ?? '', ...unitsOf(other[2] ?? '')];
}

/**
 * An item of 輸出貿易管理令 別表第一 (`JP_T1`) or 外国為替令 別表 (`JP_FX`): `7の項(16)`, `七の項（十六）`, `3の2の項(2)10`,
 * also in short, `7(16)`, `7-(10-2)`, `輸出令別表1/7/10の2`; rows of other tables keep the table in front. Full-width, half-width and kanji numerals are equal. @returns `undefined` for any
 * other shape.
 */
export function jpItemPath(label: string, scheme: 'JP_T1' | 'JP_FX'): ControlPath | undefined {
  const plain = label.slice(0, MAX_LABEL_CHARS).normalize('NFKC').replace(/\s+/g, '');
  const isWildcard = plain.endsWith('*');
  const short = plain.replace(/\*$/, '').replace(FIRST_TABLE, '').replace(FOREIGN_EXCHANGE_TABLE, '');
  const tokens = tokensOf(inFull(short));
  return tokens === undefined ? undefined : { scheme, tokens, headingLength: 1, isWildcard, printed: label.trim() };
}
