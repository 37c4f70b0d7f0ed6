import { jpItemPath } from '../impact/jp-item-path.ts';
import { beginsUnspaced, searchForm } from './search-form.ts';

/** What a person typed into a search box, understood. */
export interface SearchQuery {
  /** Strings that must all stand in the padded search form of a text. Empty: nothing is asked for, and nothing found. */
  readonly wanted: readonly string[];
  /** Strings none of which may stand in it. */
  readonly unwanted: readonly string[];
  /** The whole query as a code or number may be stored: an ECCN, a document number, an item label. */
  readonly codes: readonly string[];
}

/** Longest query that is read; the rest is left out. */
export const MAX_QUERY_CHARS = 300;
const MAX_TERMS = 12;

/** A minus, then a phrase in quotes, which the end may leave open, or a word. */
const TERM = /(?<=^|\s)(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))|"([^"]*)(?:"|$)|([^\s"]+)/gu;
const QUOTES = /[“”„‟«»＂]/g;

/**
 * Understands any string as a query, and never fails: words that must all be there, `"phrases"` word for word, `-words` that
 * must not be there. A word finds what begins with it, `semicond` and `3A090` also `3A090.a`; a letter or digit alone and the
 * words of a phrase stand for themselves. Japanese words are found anywhere.
 */
export function parseSearch(text: string): SearchQuery {
  const typed = text.slice(0, MAX_QUERY_CHARS).replace(QUOTES, '"').replaceAll('－', '-');
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  for (const [, minus, phrase, word, openPhrase, openWord] of typed.matchAll(TERM)) {
    if (wanted.size + unwanted.size >= MAX_TERMS) break;
    const quoted = phrase ?? openPhrase;
    const needle = needleOf(quoted ?? word ?? openWord ?? '', quoted !== undefined);
    if (needle !== '') (minus === '-' ? unwanted : wanted).add(needle);
  }
  return { wanted: [...wanted], unwanted: [...unwanted], codes: codesOf(typed) };
}

/** A search form as it stands in texts: with a space before and after, and one more, so that a gram of three begins everywhere. */
export function paddedForm(raw: string): string {
  return ` ${searchForm(raw)}  `;
}

function needleOf(term: string, isPhrase: boolean): string {
  const form = searchForm(term);
  if (form === '') return '';
  const [last = ''] = form.split(' ').slice(-1);
  const endsUnspaced = beginsUnspaced(last);
  const isWhole = !endsUnspaced && (isPhrase || [...last].length === 1);
  return `${beginsUnspaced(form) ? '' : ' '}${form}${isWhole ? ' ' : ''}`;
}

/** A Japanese item in short, `7(10の2)`, stands for its label in full. */
function codesOf(typed: string): readonly string[] {
  const code = searchForm(typed.replaceAll('"', ' '));
  const item = jpItemPath(typed.replaceAll('"', ''), 'JP_T1');
  const inFull = item === undefined ? '' : searchForm(item.tokens.join(''));
  return [...new Set([code, inFull])].filter((one) => one !== '');
}
