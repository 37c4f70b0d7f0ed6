import type { ListEntry } from '#domain';
import { foldedName, identityOf } from './entry-identity.ts';
import {
  coreName,
  isRespelling,
  isTellingCore,
  jaroWinkler,
  numbersOf,
  wordOverlap,
  wordsOf,
} from './name-similarity.ts';

/** How surely two entries with different keys are one. `doubt` is absent where the publisher's own words prove it. */
export interface RenameEvidence {
  readonly rank: number;
  readonly doubt?: string;
}

const RESPELLED = 0.93;
const RESPELLED_WITH_ADDRESS_AND_CITATION = 0.8;
const SAME_WORDING = 0.8;
const SAME_WORDING_AND_TERM = 0.6;
/** A country alone (`CN`) is no address by which a party could be told. */
const MIN_ADDRESS_CHARS = 6;

const folded = (values: readonly string[]): ReadonlySet<string> => new Set(values.map(foldedName));

/** Addresses that can tell a party. */
export function tellingAddresses(entry: ListEntry): readonly string[] {
  return entry.addresses.map(foldedName).filter((address) => address.length >= MIN_ADDRESS_CHARS);
}

const overlaps = (left: readonly string[], right: readonly string[]): boolean =>
  new Set(left).intersection(new Set(right)).size > 0;

function sameTerm(before: ListEntry, after: ListEntry): boolean {
  const terms = (entry: ListEntry) => JSON.stringify([entry.validFrom, entry.validTo, entry.details]);
  return terms(before) === terms(after);
}

/** Rows of running text: the same row reworded keeps most of its words, or all of them and more. */
function rewordingOf(before: ListEntry, after: ListEntry): RenameEvidence | undefined {
  const one = before.wording ?? before.name;
  const other = after.wording ?? after.name;
  const overlap = wordOverlap(wordsOf(one), wordsOf(other));
  const contradicts = before.identity !== undefined && after.identity !== undefined;
  if (contradicts && wordOverlap(wordsOf(before.identity ?? ''), wordsOf(after.identity ?? '')) < 0.5) return undefined;
  const [short = '', long = ''] = [foldedName(one), foldedName(other)].sort((a, b) => a.length - b.length);
  const grew = short.length >= 12 && long.startsWith(short);
  const isSame = grew || overlap >= SAME_WORDING || (overlap >= SAME_WORDING_AND_TERM && sameTerm(before, after));
  return isSame ? { rank: overlap + (grew ? 1 : 0) } : undefined;
}

/**
 * A list that prints neither addresses nor citations has only the name to tell a respelling by: the same name with a native
 * name or an abbreviation in brackets, or with another legal form. The numbers in it stay the same.
 */
function sameCoreName(before: ListEntry, after: ListEntry): boolean {
  const hasOtherMarks = [before, after].some(({ addresses, citations }) => addresses.length + citations.length > 0);
  return !hasOtherMarks && isTellingCore(coreName(before.name)) && coreName(before.name) === coreName(after.name);
}

const sameNativeName = (before: ListEntry, after: ListEntry): boolean =>
  before.nativeName !== undefined && foldedName(before.nativeName) === foldedName(after.nativeName ?? '');

function sameNameElsewhere(before: ListEntry, after: ListEntry, linked: boolean): RenameEvidence | undefined {
  if (linked || before.country === undefined || after.country === undefined) return { rank: 3 };
  return undefined;
}

/**
 * Whether `after` may be `before` under another name or country. Proof: an alias became the name or the name an alias; the
 * same address or citation with a respelled name, the same address with every citation it had: a new party is listed under a
 * citation of its own. A name alike without any of these proves nothing.
 */
export function renameEvidence(before: ListEntry, after: ListEntry): RenameEvidence | undefined {
  if (before.wording !== undefined || after.wording !== undefined) return rewordingOf(before, after);
  if (before.identity !== undefined && after.identity !== undefined) return undefined;
  const address = overlaps(tellingAddresses(before), tellingAddresses(after));
  const citation = overlaps(before.citations.map(foldedName), after.citations.map(foldedName));
  const [one, other] = [foldedName(before.name), foldedName(after.name)];
  if (one === other) return sameNameElsewhere(before, after, address || citation);
  const sameCountry = before.country === after.country || before.country === undefined || after.country === undefined;
  if (!sameCountry) return undefined;
  if (sameNativeName(before, after) || sameCoreName(before, after)) return { rank: 2 + jaroWinkler(one, other) };
  const promoted = folded(before.aliases).has(other);
  const demoted = folded(after.aliases).has(one);
  const likeness = jaroWinkler(one, other);
  if (promoted || demoted) {
    const proof = (promoted && demoted) || address || citation;
    return {
      rank: 2 + likeness,
      ...(proof ? {} : { doubt: `name and alias exchanged with "${before.name}", nothing else in common` }),
    };
  }
  const sameNumbers = numbersOf(before.name) === numbersOf(after.name);
  if (address && citation && sameNumbers && likeness >= RESPELLED_WITH_ADDRESS_AND_CITATION) {
    return { rank: 1 + likeness };
  }
  const kept = citation && folded(before.citations).isSubsetOf(folded(after.citations));
  if (address && kept && sameNumbers) {
    return { rank: likeness / 2, doubt: `another name than "${before.name}", same address and all its citations` };
  }
  if ((address || citation) && likeness >= RESPELLED && isRespelling(before.name, after.name)) {
    return { rank: likeness, doubt: `respelled from "${before.name}", same ${address ? 'address' : 'citation'}` };
  }
  return undefined;
}

/** Whether two names are so alike that a person should look, though nothing else joins them. */
export function isPossibleRename(before: ListEntry, after: ListEntry): boolean {
  if (before.wording !== undefined || identityOf(before) === identityOf(after)) return false;
  return (
    jaroWinkler(foldedName(before.name), foldedName(after.name)) >= RESPELLED && isRespelling(before.name, after.name)
  );
}
