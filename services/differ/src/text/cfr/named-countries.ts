import { countryOfEnglishName } from '#domain';

/** A country that a text names. */
export interface NamedCountry {
  readonly name: string;
  readonly country: string;
  readonly at: number;
  readonly end: number;
}

const WORD = /[A-Z][\p{L}'.-]*|d'[A-Z]\p{L}+|\((?=[A-Z])|&|\b(?:of|the|and|da|del)\b/gu;
/** Before or after the name of a country: then another place or a body is meant. */
const OTHER_PLACE = /\b(?:Northern|New|Gulf of|British|Institute of|University of)\s$/u;
const BODY = /^\s(?:Institute|University|Corporation|Corp|Inc|Ltd)\b/u;
/** `Democratic Republic of the Congo` has five words. */
const MOST_WORDS = 7;
const LONGEST_GAP = 2;
/** Its own rules name the United States everywhere, never as a destination. */
const AT_HOME = 'US';

/** Countries a text names, in order; the longest name wins. Adjectives such as `Russian` are no names. */
export function namedCountries(text: string): readonly NamedCountry[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ at: index, end: index + word.length }));
  const found: NamedCountry[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const reach = lastOfName(text, words, from);
    if (!reach) continue;
    if (reach.country !== AT_HOME) found.push(reach);
    while (from + 1 < words.length && (words[from + 1]?.at ?? 0) < reach.end) from += 1;
  }
  return found;
}

function lastOfName(
  text: string,
  words: readonly { readonly at: number; readonly end: number }[],
  from: number,
): NamedCountry | undefined {
  const first = words[from];
  if (!first || !/[A-Z]/u.test(text.charAt(first.at))) return undefined;
  let until = from;
  while (until + 1 < Math.min(words.length, from + MOST_WORDS)) {
    const [here, next] = [words[until], words[until + 1]];
    if (!here || !next || next.at - here.end > LONGEST_GAP || /[;:]/u.test(text.slice(here.end, next.at))) break;
    until += 1;
  }
  for (let last = until; last >= from; last -= 1) {
    const end = words[last]?.end ?? first.end;
    const name = text.slice(first.at, end).replace(/[.'-]+$/u, '');
    const country = countryOfEnglishName(name.replaceAll('&', 'and'));
    if (country === undefined) continue;
    if (OTHER_PLACE.test(text.slice(Math.max(0, first.at - 20), first.at)) || BODY.test(text.slice(end)))
      return undefined;
    const bracket = name.includes('(') && text.charAt(end) === ')' ? ')' : '';
    return { name: name + bracket, country, at: first.at, end: first.at + name.length + bracket.length };
  }
  return undefined;
}

/** The text with its countries taken out and the lists they stood in closed up: equal where only countries differ. */
export function withoutCountries(text: string, countries: readonly NamedCountry[]): string {
  let out = '';
  let from = 0;
  for (const { at, end } of countries) {
    out += `${text.slice(from, at)}@`;
    from = end;
  }
  return (out + text.slice(from)).replace(/@(?:\s*(?:[,;]\s*)?(?:(?:and|or|and\/or)\s+)?(?:the\s+)?@)*/gu, '@');
}
