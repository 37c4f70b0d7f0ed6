const DIGITS = '〇一二三四五六七八九';
const MYRIADS: readonly (readonly [string, number])[] = [
  ['兆', 1e12],
  ['億', 1e8],
  ['万', 1e4],
];
const PLACE_VALUE = /^(?:([1-9])?千)?(?:([1-9])?百)?(?:([1-9])?十)?([1-9])?$/;

/** Longest numeral that is read; laws print none longer. */
const MAX_CHARS = 24;

/** One numeral of a legal text, for use inside other patterns: kanji of both systems, ASCII and full-width digits. */
export const NUMERAL = '[0-9０-９〇零一二三四五六七八九十百千万億兆]+';

function withDigits(text: string): string {
  return text.normalize('NFKC').replace(/[〇零一二三四五六七八九]/g, (sign) => {
    return sign === '零' ? '0' : String(DIGITS.indexOf(sign));
  });
}

function belowMyriad(section: string): number | undefined {
  if (/^[0-9]+$/.test(section)) return Number(section);
  const places = PLACE_VALUE.exec(section);
  if (!places || section === '') return undefined;
  const place = (index: number, sign: string) => (section.includes(sign) ? Number(places[index] ?? 1) : 0);
  return place(1, '千') * 1000 + place(2, '百') * 100 + place(3, '十') * 10 + Number(places[4] ?? 0);
}

/**
 * Value of a numeral in either system of Japanese legal texts: place-value (`三百七十六`, articles and law numbers) or
 * digit by digit (`一六`, `三八二`, rows of tables), also mixed with `万` (`二〇〇万`) and in ASCII or full-width digits.
 * @returns undefined when `text` is not wholly one numeral, or is too large to be exact. Never throws.
 */
export function kanjiNumber(text: string): number | undefined {
  if (text === '' || text.length > MAX_CHARS) return undefined;
  let rest = withDigits(text);
  let sum = 0;
  for (const [sign, value] of MYRIADS) {
    const at = rest.indexOf(sign);
    if (at < 0) continue;
    const many = belowMyriad(rest.slice(0, at));
    if (many === undefined) return undefined;
    sum += many * value;
    rest = rest.slice(at + 1);
    if (rest === '') return Number.isSafeInteger(sum) ? sum : undefined;
  }
  const last = belowMyriad(rest);
  return last !== undefined && Number.isSafeInteger(sum + last) ? sum + last : undefined;
}

/** `number` in the place-value system, as articles and paragraphs are numbered: 3 is `三`, 110 is `百十`. Whole, 1 to 9999. */
export function placeValueKanji(number: number): string {
  const places: readonly (readonly [number, string])[] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ];
  return places
    .map(([size, sign]) => {
      const digit = Math.floor(number / size) % 10;
      if (digit === 0) return '';
      return digit === 1 && size > 1 ? sign : `${DIGITS[digit]}${sign}`;
    })
    .join('');
}
