const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const UNIT = `(?:${[...UNITS].reverse().join('|')})`;
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[- ]${UNIT})?|${UNIT})`;
const WORDS = `(?:${UNIT} hundred(?:(?: and)? ${BELOW_HUNDRED})?|${BELOW_HUNDRED}|an?)`;

/** Source of a pattern for a printed count: `24`, `1,245`, `twenty-four`, `one hundred and fourteen`, `an`. */
export const COUNT_PATTERN = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,5}|${WORDS})`;

function belowHundred(words: string): number {
  const [first = '', second = ''] = words.split(/[- ]/);
  const tens = TENS.indexOf(first);
  return tens < 0 ? UNITS.indexOf(first) + 1 : (tens + 2) * 10 + UNITS.indexOf(second) + 1;
}

/** Value of a count in figures or English words. @returns `undefined` for other text; `a` and `an` are 1. */
export function countOf(printed: string): number | undefined {
  const text = printed.toLowerCase().trim();
  if (!new RegExp(`^${COUNT_PATTERN}$`).test(text)) return undefined;
  if (/^\d/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^an?$/.test(text)) return 1;
  const [hundreds, rest] = text.split(/ hundred(?: and)? ?/);
  if (rest === undefined) return belowHundred(text);
  return belowHundred(hundreds ?? '') * 100 + (rest === '' ? 0 : belowHundred(rest));
}
