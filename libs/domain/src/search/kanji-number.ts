const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** The characters that {@link kanjiNumber} reads. */
export const KANJI_NUMERALS = `${DIGITS}十百千`;

/** The value of a number in Chinese numerals, by places (`二〇二六`) or with units (`百二十三`). Expects nothing else in it. */
export function kanjiNumber(numerals: string): number {
  if (!/[十百千]/.test(numerals)) return Number([...numerals].map((one) => DIGITS.indexOf(one)).join(''));
  let sum = 0;
  let digit = 0;
  for (const one of numerals) {
    const unit = UNITS[one];
    if (unit === undefined) digit = DIGITS.indexOf(one);
    else {
      sum += Math.max(digit, 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
