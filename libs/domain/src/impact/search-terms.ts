/** Scripts in which a word is not set off by spaces. */
export const SCRIPTS_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const MAX_TEXT_CHARS = 60_000;

/** Text in which terms are looked for: letters and digits only, single spaces, a space at either end. */
export function searchableText(...texts: readonly string[]): string {
  const joined = texts.join(' ').slice(0, MAX_TEXT_CHARS).normalize('NFKC').toLowerCase();
  return ` ${joined.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** A word or phrase to look for. */
export interface SearchTerm {
  readonly printed: string;
  /** Any of these means the term: itself, its plural, its established synonyms. */
  readonly forms: readonly string[];
}

/**
 * Names under which the technology categories of 15 CFR part 744 practice and of the export control orders go. A tag of a
 * profile stands for its whole row.
 */
const SYNONYMS: readonly (readonly string[])[] = [
  ['ai', 'artificial intelligence', 'machine learning', '人工知能'],
  ['semiconductor', 'integrated circuit', 'microelectronics', '半導体', '集積回路'],
  ['quantum', 'quantum computer', 'quantum computing', '量子'],
  ['biotech', 'biotechnology', 'バイオテクノロジー'],
  ['additive manufacturing', '3d printing', '積層造形'],
  ['drone', 'unmanned aircraft', 'unmanned aerial', 'uncrewed aircraft', 'uas', 'uav', '無人航空機'],
  ['geospatial', 'geospatial imagery', '地理空間'],
  ['cybersecurity', 'intrusion software', 'サイバーセキュリティ'],
  ['encryption', 'cryptography', 'information security', '暗号'],
  ['hypersonic', 'hypersonics', '極超音速'],
  ['satellite', 'spacecraft', '人工衛星'],
  ['supercomputer', 'advanced computing', 'スーパーコンピュータ'],
  ['robotics', 'robot', 'ロボット'],
  ['surveillance', 'video surveillance', 'facial recognition', '監視'],
];

function plainTerm(term: string): string {
  return searchableText(term).trim();
}

function formsOf(term: string): string[] {
  return SCRIPTS_WITHOUT_SPACES.test(term) ? [term] : [term, `${term}s`];
}

/** A keyword as declared: its own words, singular or plural. `undefined` when it holds no letter or digit. */
export function keyword(printed: string): SearchTerm | undefined {
  const term = plainTerm(printed);
  return term === '' ? undefined : { printed, forms: formsOf(term) };
}

/** A technology tag: the declared words and what the field also calls them. */
export function technology(printed: string): SearchTerm | undefined {
  const term = plainTerm(printed);
  const row = SYNONYMS.find((names) => names[0] === term || names.includes(term)) ?? [];
  return term === '' ? undefined : { printed, forms: [...new Set([term, ...row].flatMap(formsOf))] };
}

/** @returns true when a form of the term stands in the text as whole words; Japanese, which has no spaces, anywhere. */
export function mentions(searchable: string, term: SearchTerm): boolean {
  return term.forms.some((form) => searchable.includes(SCRIPTS_WITHOUT_SPACES.test(form) ? form : ` ${form} `));
}
