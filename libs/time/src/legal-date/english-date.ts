/** A calendar date found in running text. */
export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly index: number;
  /** The words as printed. */
  readonly text: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December' +
  '|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)';
const DATE = new RegExp(
  `\\b(?:(${MONTH_NAMES})\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})` +
    `|(\\d{1,2})\\s{1,3}(${MONTH_NAMES})\\s{1,3}(\\d{4})` +
    '|(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})|(\\d{4})-(\\d{2})-(\\d{2}))(?![\\d/])',
  'gi',
);

/** Two-digit years of Federal Register citations: the Register began in 1936, `8/21/19` is 2019, `7/21/98` is 1998. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const on = new Date(Date.UTC(year, month - 1, day));
  const isReal = on.getUTCFullYear() === year && on.getUTCMonth() === month - 1 && on.getUTCDate() === day;
  return isReal ? on.toISOString().slice(0, 10) : undefined;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function dateOf(match: RegExpMatchArray): string | undefined {
  const [, name, day, year, day2, name2, year2, slashMonth, slashDay, slashYear, isoYear, isoMonth, isoDay] = match;
  if (name && day && year) return isoDate(Number(year), monthNumber(name), Number(day));
  if (name2 && day2 && year2) return isoDate(Number(year2), monthNumber(name2), Number(day2));
  if (slashMonth && slashDay && slashYear) return isoDate(fullYear(slashYear), Number(slashMonth), Number(slashDay));
  if (isoYear && isoMonth && isoDay) return isoDate(Number(isoYear), Number(isoMonth), Number(isoDay));
  return undefined;
}

/**
 * Every calendar date in `text`, in order: `January 6, 2020`, `Oct. 7, 2022`, `6 January 2020`, `11/6/23` (month first,
 * as United States agencies print it), `2020-01-06`. A day that no calendar has (`February 30`) is left out.
 */
export function findEnglishDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const on = dateOf(match);
    return on === undefined ? [] : [{ on, index: match.index, text: match[0] }];
  });
}

/** @returns the date as `YYYY-MM-DD` when `text` is one date and nothing else, otherwise `undefined`. Never throws. */
export function parseEnglishDate(text: string): string | undefined {
  const trimmed = text.trim();
  const [found] = findEnglishDates(trimmed);
  return found?.text === trimmed ? found.on : undefined;
}
