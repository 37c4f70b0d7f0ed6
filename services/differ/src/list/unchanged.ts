import type { ListEntry } from '#domain';
import type { EntryPair } from './entry-pair.ts';

type Words = readonly string[];

const sameWords = (one: Words, other: Words): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

function sameDetails(one: ListEntry['details'], other: ListEntry['details']): boolean {
  const columns = Object.keys(one);
  return columns.length === Object.keys(other).length && columns.every((column) => one[column] === other[column]);
}

/**
 * Whether both readings print an entry alike to the letter, in everything that is compared. Asked before anything else: nearly
 * all entries of a list are as they were, and need no normal form. Otherwise the differences decide, and there may be none.
 */
export function isUnchanged({ before, after }: EntryPair): boolean {
  return (
    before.name === after.name &&
    before.wording === after.wording &&
    before.stamp === after.stamp &&
    before.country === after.country &&
    before.parent === after.parent &&
    before.licenseRequirement === after.licenseRequirement &&
    before.licenseReviewPolicy === after.licenseReviewPolicy &&
    before.validFrom === after.validFrom &&
    before.validTo === after.validTo &&
    before.additionEffect === after.additionEffect &&
    sameWords(before.aliases, after.aliases) &&
    sameWords(before.addresses, after.addresses) &&
    sameWords(before.footnotes, after.footnotes) &&
    sameWords(before.citations, after.citations) &&
    sameDetails(before.details, after.details)
  );
}
