import { kanjiNumber, NUMERAL } from './kanji-number.ts';

/** Year before the first of each era; the year after is its 元年. Source: 元号法 (1979) and the orders that named the eras. */
const YEAR_BEFORE: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
};
const ERA = '(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])';
const YEAR = `${ERA}\\s*(元|${NUMERAL})`;
const DATE = `${YEAR}\\s*(?:年|\\.)\\s*(${NUMERAL})\\s*(?:月|\\.)\\s*(${NUMERAL})\\s*日?`;
const DATES = new RegExp(DATE, 'g');
const YEARS = new RegExp(`${YEAR}\\s*年`, 'g');

/**
 * Year of the common calendar for a year of an era (`令和`, `7`). `元` is the first year. Years past the end of an era, as
 * older texts announce them (`平成三十二年`), are counted on.
 * @returns undefined for an unknown era or a year that is no numeral.
 */
export function yearOfEra(era: string, year: string): number | undefined {
  const before = YEAR_BEFORE[era];
  const count = year === '元' ? 1 : kanjiNumber(year);
  return before === undefined || count === undefined || count < 1 || count > 999 ? undefined : before + count;
}

/** Calendar date `YYYY-MM-DD`, or undefined when there is no such day. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function dateOf(match: readonly (string | undefined)[]): string | undefined {
  const year = yearOfEra(match[1] ?? '', match[2] ?? '');
  const month = kanjiNumber(match[3] ?? '');
  const day = kanjiNumber(match[4] ?? '');
  return year === undefined || month === undefined || day === undefined ? undefined : calendarDate(year, month, day);
}

/**
 * Every date in an era of Japan within `text`, as calendar dates in the order printed: `令和七年十一月十四日`,
 * `平成３１年４月３０日`, `令和元年五月一日`, `R7.11.14`. What is no day of the calendar is left out.
 */
export function eraDatesIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(DATES)].map(dateOf).filter((date) => date !== undefined);
}

/** The one date in an era that `text` is, blanks aside; undefined when there is none or anything else around it. */
export function readEraDate(text: string): string | undefined {
  const match = new RegExp(`^\\s*${DATE}\\s*$`).exec(text.normalize('NFKC'));
  return match ? dateOf(match) : undefined;
}

/**
 * `text` with dates and years of eras counted in the common calendar, so that one day written in two eras compares
 * equal: `平成三十一年五月一日` and `令和元年五月一日` both give `2019-05-01`, a year alone gives `2019年`.
 */
export function withCommonYears(text: string): string {
  return text
    .replace(DATES, (whole: string, ...groups: string[]) => dateOf([whole, ...groups]) ?? whole)
    .replace(YEARS, (whole: string, era: string, year: string) => {
      const common = yearOfEra(era, year);
      return common === undefined ? whole : `${common}年`;
    });
}
