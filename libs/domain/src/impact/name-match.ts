import { simplified } from './han-variant.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { COMMON_NAME_TOKENS, LEGAL_FORM_TOKENS, LEGAL_FORM_WORDS } from './legal-form.ts';

/** A party's name ready for comparison. */
export interface ComparableName {
  readonly raw: string;
  /** Words without legal form. */
  readonly tokens: readonly string[];
  readonly compact: string;
  /** Tokens in alphabetical order, joined: word order is no difference. */
  readonly sorted: string;
  /** What distinguishes the party: tokens that are not common to many companies. May be empty. */
  readonly core: string;
  readonly numbers: string;
}

/** How alike two names are. Likeness is never identity: say "resembles, verify". */
export type NameMatch =
  | { readonly kind: 'exact' }
  | { readonly kind: 'possible' | 'weak'; readonly similarity: number };

/** Likeness from which a match is `possible`, and from which it is `weak`. */
export const POSSIBLE_FROM = 0.92;
export const WEAK_FROM = 0.85;

/** Names of fewer letters are never compared by likeness. */
export const SHORT_NAME = 5;
/** Least likeness of what distinguishes two parties. */
export const CORE_LIKENESS = 0.88;
const COMMON_ONLY_LIKENESS = 0.97;
const MAX_NAME_CHARS = 300;

/** In the form in which names are compared. */
const FORM_WORDS = LEGAL_FORM_WORDS.map((form) => simplified(form.normalize('NFKC')));

/** Names of plain letters have no width, accent or variant to fold; they are most, and it costs most of the work. */
const IS_PLAIN = /^[ -~]*$/;

function wordsOf(raw: string): string[] {
  const printed = raw.slice(0, MAX_NAME_CHARS);
  const folded = IS_PLAIN.test(printed) ? printed.toLowerCase() : foldedOf(printed);
  return folded
    .replace(/[.'\u2018\u2019]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function foldedOf(printed: string): string {
  let text = printed
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  text = simplified(text.normalize('NFC'));
  for (const form of FORM_WORDS) text = text.replaceAll(form, ' ');
  return text;
}

const HAS_NUMBER = /\d/;

function numbersOf(tokens: readonly string[]): string {
  const numbers = tokens.filter((token) => HAS_NUMBER.test(token));
  return numbers.toSorted().join(' ');
}

/** The beginning under which a word is filed: three letters, or two of a script of signs. */
export function blockOf(word: string): string {
  if (IS_PLAIN.test(word)) return word.slice(0, 3);
  return /\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hiragana}/u.test(word) ? word.slice(0, 2) : word.slice(0, 3);
}

/** A name without legal form, accents, punctuation and width; a name that is nothing but a legal form keeps it. */
export function comparableName(raw: string): ComparableName {
  const words = wordsOf(raw);
  const telling = words.filter((word) => !LEGAL_FORM_TOKENS.has(word));
  return nameOfTokens(raw, telling.length > 0 ? telling : words);
}

/** Whether a word is common to many companies. */
export function isCommonToken(token: string): boolean {
  return COMMON_NAME_TOKENS.has(token);
}

/** Words that are not common to many companies: what distinguishes a party. May be none. */
export function tellingTokens(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token) => !isCommonToken(token));
}

/** The same from words that were taken apart before. */
export function nameOfTokens(raw: string, tokens: readonly string[]): ComparableName {
  const coreTokens = tellingTokens(tokens);
  const core = coreTokens.join('');
  const compact = tokens.join('');
  return {
    raw,
    tokens,
    compact,
    sorted: tokens.length === 1 ? compact : tokens.toSorted().join(''),
    core,
    numbers: HAS_NUMBER.test(compact) ? numbersOf(tokens) : '',
  };
}

/** Beginnings of what distinguishes a name. Names that share none of them are not compared by likeness. */
export function blocksOf({ tokens, core }: ComparableName): readonly string[] {
  const coreTokens = tellingTokens(tokens);
  return [...new Set((coreTokens.length > 0 ? [...coreTokens, core] : tokens).map(blockOf))];
}

const NATIVE = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}';
/** One name in two scripts, whichever stands in the brackets; a place in brackets is in the script of the name. */
const TWO_SCRIPTS = new RegExp(
  `^(?:([^()（）${NATIVE}]+)[(（]([^()（）]*[${NATIVE}][^()（）]*)[)）]|([^()（）]*[${NATIVE}][^()（）]*)[(（]([^()（）${NATIVE}]+)[)）])\\s*$`,
  'u',
);

/** A printed name as the names it holds: `DANDONG RICH EARTH (丹东富地)` is a Latin and a native name. */
export function comparableNames(printed: string): readonly ComparableName[] {
  const both = TWO_SCRIPTS.exec(printed.slice(0, MAX_NAME_CHARS));
  const parts = both === null ? [printed] : [printed, both[1] ?? both[3] ?? '', both[2] ?? both[4] ?? ''];
  return parts
    .filter((part) => !LEGAL_FORM_IN_BRACKETS.test(part))
    .map(comparableName)
    .filter((name) => name.compact !== '');
}

/** `東京計器(株)` is one name, and its brackets hold none. */
const LEGAL_FORM_IN_BRACKETS = /^[株有주]$/u;

function isPart(shorter: ComparableName, longer: ComparableName): boolean {
  return shorter.tokens.every((token) => longer.tokens.includes(token));
}

function likeness(a: ComparableName, b: ComparableName): number {
  if (a.numbers !== b.numbers || (a.core === '') !== (b.core === '')) return 0;
  if (a.sorted === b.sorted) return 1;
  const whole = Math.max(jaroWinkler(a.compact, b.compact), jaroWinkler(a.sorted, b.sorted));
  if (a.core === '') return whole >= COMMON_ONLY_LIKENESS ? whole : 0;
  if (a.core === b.core && a.core.length >= SHORT_NAME && (isPart(a, b) || isPart(b, a))) {
    return Math.max(whole, POSSIBLE_FROM);
  }
  return jaroWinkler(a.core, b.core) >= CORE_LIKENESS ? whole : 0;
}

function matchShort(a: ComparableName, b: ComparableName): NameMatch | undefined {
  const [short, other] = a.compact.length <= b.compact.length ? [a, b] : [b, a];
  // `Al` or `Gas` is a word of hundreds of names: it says nothing about which.
  if (short.core === '') return undefined;
  return other.tokens.includes(short.compact) ? { kind: 'possible', similarity: POSSIBLE_FROM } : undefined;
}

/**
 * Compares two names: equal without legal form is exact; a name under five characters must occur as a whole word that is
 * not common to many names; the same words in another order are possibly one name; else by Jaro-Winkler over the words as written and in alphabetical order, where the distinguishing words must be alike too and
 * numbers equal (`13th Research Institute` is not the `55th`). `undefined`: not alike.
 */
export function matchNames(a: ComparableName, b: ComparableName): NameMatch | undefined {
  if (a.compact === '' || b.compact === '') return undefined;
  if (a.compact === b.compact) return { kind: 'exact' };
  if (Math.min(a.compact.length, b.compact.length) < SHORT_NAME) return matchShort(a, b);
  const similarity = likeness(a, b);
  if (similarity >= POSSIBLE_FROM) return { kind: 'possible', similarity };
  return similarity >= WEAK_FROM ? { kind: 'weak', similarity } : undefined;
}
