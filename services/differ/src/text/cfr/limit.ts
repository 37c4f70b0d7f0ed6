/** On which side of a number the rule bites. */
export type Comparator = '>=' | '>' | '<=' | '<';

/** A technical limit, share or amount as a rule states it. */
export interface Limit {
  readonly value: number;
  /** As printed: `GHz`, `percent`, `$`; empty for a bare number. */
  readonly unit: string;
  /** Absent where the words around the number do not say. */
  readonly comparator?: Comparator;
  /** Words of the clause before the number: what is measured. */
  readonly parameter: string;
  /** Where the number stands in its text. */
  readonly at: number;
  readonly end: number;
}

/** A number in digits, with thousands, decimals and a power of ten; not within a designation such as `3A001.a` or `742.6(a)`. */
const NUMBER = String.raw`(?<![\w.^$§-]|\d[-,])(\$\s?)?(-?(?:(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?|\.\d{1,10}))(?:\s?[x×]\s?10(?:\^(-?\d{1,3}))?)?(?!\.\d|[(\w^])`;
const PREFIX = '(?:[fpnumμµkMGTPE]|micro|milli|nano|kilo|mega|giga|tera)?-?';
const BASE = `(?:Hz|hertz|met(?:er|re)s?|m|grams?|g|W|watts?|V|volts?|A|J|joules?|Pa|bar|K|s|seconds?|sec|bits?|bytes?|B|b|N|H|henr(?:y|ies)|T|teslas?|Bq|Ci|VA|mol|Ω|rad|Gy|Sv|eV|dB[mi]?|F|C|ohms?|FLOPS?|TOPS|qubits?|psi|rpm|l|L|liters?|litres?)`;
const OTHER = String.raw`°\s?[CFK]|degrees?|arc[ -]?(?:seconds?|minutes?)|percent(?:age points?)?|per cent|%|mils?|inch(?:es)?|in\.?|feet|ft|miles?|lbs?|pounds?|grains?|hours?|minutes?|days?|months?|years?|dollars|(?:Weighted )?TeraFLOPS|WT|cc|ppm|ppb|ppbw|mm Hg|kt|Mach|caliber`;
const UNIT = String.raw`(?:${OTHER}|${PREFIX}${BASE})(?:\^-?\d)?(?:\s?[/·*]\s?(?:${PREFIX}${BASE}|${OTHER})(?:\^-?\d)?|\sper\s(?:square\s|cubic\s)?[a-z]{1,12}){0,3}`;
/** A unit must end where the word ends: `m` is none in `may`. */
const LIMIT = new RegExp(String.raw`${NUMBER}(?:\s?-?(${UNIT})(?![\w]))?`, 'gu');

/** Designations that look like numbers: citations, dates, footnotes, editions. */
const NO_LIMIT_BEFORE =
  /(?:\b(?:sections?|§+|parts?|supplements?(?: no\.?)?|no\.?|nos\.?|notes?|columns?|categor(?:y|ies)|footnotes?|titles?|chapters?|U\.?S\.?C\.?|CFR|FR|ISO|IEC|IEEE|ANSI|ASTM|MIL-\w+|EO|order|RIN|phase|level|tier|group|type|class|appendix|form|publication|SP|rev(?:ision)?\.?|january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|mar\.|apr\.|jun\.|jul\.|aug\.|sept?\.|oct\.|nov\.|dec\.)\s*|paragraphs?[\s\w().,]{0,20}\s)$/iu;
const NO_LIMIT_AFTER = /^\s*(?:U\.?S\.?C\.?|CFR|FR|Stat\.)\b/;

const BEFORE: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:equal to or (?:greater|more|higher) than|greater than or equal to|at least|not less than|no less than|no fewer than|≥)$/iu,
    '>=',
  ],
  [
    /(?:equal to or (?:less|lower|smaller) than|less than or equal to|(?:not|no) (?:more|greater|higher) than|not (?:to )?exceed(?:ing)?|does not exceed|do not exceed|not in excess of|at most|up to(?: and including)?|not above|≤)$/iu,
    '<=',
  ],
  [
    /(?:less|lower|smaller|fewer)(?: \((?:better|finer|lower)\))? than$|(?:less than \(better than\)|better \(less\) than|finer than|below|under|<)$/iu,
    '<',
  ],
  [
    /(?:exceed(?:ing|s|ed)?|in excess of|(?:greater|more|higher|larger|faster|longer)(?: \((?:better|higher)\))? than|above|over|>)$/iu,
    '>',
  ],
];
const AFTER: readonly (readonly [RegExp, Comparator])[] = [
  [
    /^(?:\s?\([^()]{0,60}\)|(?:\s[a-z-]{3,20}){1,2}(?=\sor\s))?,?\s?(?:or|and)\s(?:more|greater|higher|above|larger|longer|over)\b/iu,
    '>=',
  ],
  [
    /^(?:\s?\([^()]{0,60}\)|(?:\s[a-z-]{3,20}){1,2}(?=\sor\s))?,?\s?(?:or|and)\s(?:less|lower|fewer|below|smaller|under|shorter)\b/iu,
    '<=',
  ],
];
/** Words between a comparator and its number: `exceeding a value of 5`. */
const FILLER =
  /\s*(?:(?:an?|the|any|of|than|either|both|approximately|about|total|value|values|rate|or equal to)\s+){0,4}$/iu;
const LONGEST_PARAMETER = 80;
const LONGEST_CLAUSE = 400;

function comparatorOf(text: string, at: number, end: number): Comparator | undefined {
  const after = text.slice(end, end + 90);
  const later = AFTER.find(([pattern]) => pattern.test(after));
  if (later) return later[1];
  const before = text.slice(Math.max(0, at - 60), at).trimEnd();
  const bare = before.replace(FILLER, '');
  return BEFORE.find(([pattern]) => pattern.test(before) || pattern.test(bare))?.[1];
}

function parameterOf(text: string, at: number): string {
  const clause =
    text
      .slice(Math.max(0, at - LONGEST_CLAUSE), at)
      .split(/[;:.\n](?=\s|$)/u)
      .at(-1) ?? '';
  const quoted = [...clause.matchAll(/['"]([^'"]{3,60})['"]/gu)].at(-1)?.[1];
  if (quoted !== undefined) return quoted;
  const known = BEFORE.map(([pattern]) => pattern);
  let words = clause.trim().replace(FILLER, '').trim();
  for (const pattern of known) words = words.replace(pattern, '').trim();
  return words
    .replace(/^(?:and|or|an?|the|having|with|of|for|has|have)\s+/iu, '')
    .replace(/\s+(?:of|is|are|or|a|an|the|and)$/iu, '')
    .slice(-LONGEST_PARAMETER)
    .trim();
}

/** `398 K (125 °C)`: the number in brackets says the same, on the same side. */
function repeatsInBrackets(text: string, previous: Limit, at: number): boolean {
  return /^\s*\(\s*[+~]?\s*$/u.test(text.slice(previous.end, at));
}

/**
 * Limits that a text states, in order. Made for text normalised by `substanceOf`. Numbers of citations, dates and editions are
 * left out, as are numbers that have neither unit nor comparator: they measure nothing that can be named.
 */
export function limitsOf(text: string): readonly Limit[] {
  const limits: Limit[] = [];
  for (const match of text.matchAll(LIMIT)) {
    const [whole, money, digits = '', power, printedUnit] = match;
    const at = match.index;
    const end = at + whole.length;
    const before = text.slice(Math.max(0, at - 40), at);
    if (money === undefined && printedUnit === undefined && NO_LIMIT_BEFORE.test(before)) continue;
    if (NO_LIMIT_AFTER.test(text.slice(end))) continue;
    const previous = limits.at(-1);
    const repeats = previous !== undefined && repeatsInBrackets(text, previous, at);
    const comparator = repeats ? previous.comparator : comparatorOf(text, at, end);
    const parameter = repeats ? previous.parameter : parameterOf(text, at);
    const unit = money === undefined ? (printedUnit ?? '') : '$';
    if (unit === '' && (comparator === undefined || /\($/u.test(before))) continue;
    const value =
      Number(digits.replaceAll(',', '')) * 10 ** Number(power ?? (/10$/u.test(whole) && /[x×]/u.test(whole) ? 1 : 0));
    if (!Number.isFinite(value)) continue;
    limits.push({ value, unit, ...(comparator && { comparator }), parameter, at, end });
  }
  return limits;
}
