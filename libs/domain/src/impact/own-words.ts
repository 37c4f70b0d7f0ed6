import { jaroWinkler } from './jaro-winkler.ts';

/** Initials and particles tell nobody apart. */
const LEAST_LETTERS = 3;
/** Below it two words are no spellings of one. */
const SAME_WORD_FROM = 0.75;

/** What distinguishes a party: its words, and these joined. */
interface TellingWords {
  readonly words: readonly string[];
  readonly joined: string;
}

/**
 * Whether each of two parties has a word that resembles none of the other's: `Gazprom Transgaz Tomsk` and `… Saratov` are
 * much alike as a whole, and two companies. A word more on one side only tells nothing: names are printed in short.
 */
export function eachHasOwnWord(one: TellingWords, other: TellingWords): boolean {
  const mine = one.words.filter((word) => !other.words.includes(word));
  const theirs = other.words.filter((word) => !one.words.includes(word));
  return hasOwnWord(mine, theirs, other.joined) && hasOwnWord(theirs, mine, one.joined);
}

function hasOwnWord(words: readonly string[], others: readonly string[], othersJoined: string): boolean {
  return words.some(
    (word) =>
      word.length >= LEAST_LETTERS &&
      !othersJoined.includes(word) &&
      others.every((theirs) => jaroWinkler(word, theirs) < SAME_WORD_FROM),
  );
}
