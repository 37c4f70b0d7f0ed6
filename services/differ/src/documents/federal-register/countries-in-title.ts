import { countryOfEnglishName } from '#domain';

/** Names of groups and bodies that begin with the name of a country. */
const NO_COUNTRY = /\b(?:Australia Group|U\.S\.-[A-Z][\w.]+|United States|U\.S\.)/g;
/** What follows is the occasion of a rule, not its reach. */
const OCCASION = /\b(?:to address|to reflect|and their use|in response to|except)\b.*$/i;
/** Longest name of a country in words: `Democratic Republic of the Congo`, `People's Republic of China`. */
const MAX_WORDS = 6;

/**
 * Countries a title names, as ISO 3166-1 alpha-2, in printed order. A title says what a document is about; countries of the
 * abstract may as well be its exceptions.
 */
export function countriesInTitle(title: string): readonly string[] {
  const words = title
    .replace(OCCASION, '')
    .replace(NO_COUNTRY, ';')
    .split(/\s+|(?=[;:,])|(?<=[;:,])|[-\u2013\u2014]/)
    .filter((word) => word !== '');
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const taken = longestNameAt(words, at);
    if (taken === undefined) continue;
    found.push(taken.code);
    at += taken.words - 1;
  }
  return [...new Set(found)];
}

function longestNameAt(words: readonly string[], at: number) {
  if (!/^\p{Lu}/u.test(words[at] ?? '')) return undefined;
  for (let count = Math.min(MAX_WORDS, words.length - at); count > 0; count -= 1) {
    const code = countryOfEnglishName(words.slice(at, at + count).join(' '));
    if (code !== undefined) return { code, words: count };
  }
  return undefined;
}
