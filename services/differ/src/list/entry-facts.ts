import type { JsonObject, ListEntry } from '#domain';
import { reviewPolicyOf } from './review-policy.ts';

/** What tells the entry in every change about it. */
export function entryFacts(entry: ListEntry): JsonObject {
  return {
    ...entry.noted,
    name: entry.name,
    list: entry.list,
    ...(entry.country === undefined ? {} : { country: entry.country }),
    ...(entry.parent === undefined ? {} : { parent: entry.parent }),
  };
}

/** Review policy as its kind and its words. */
export function policyFacts(text: string): JsonObject {
  return { kind: reviewPolicyOf(text), text };
}

/** The whole entry as structured facts. `members`: names of the entities printed under it. */
export function wholeFacts(entry: ListEntry, members: readonly string[] = []): JsonObject {
  const { licenseRequirement, licenseReviewPolicy, validFrom, validTo, wording, details } = entry;
  return {
    ...entryFacts(entry),
    aliases: entry.aliases,
    aliasCount: entry.aliases.length,
    addresses: entry.addresses,
    ...(licenseRequirement === undefined ? {} : { licenseRequirement }),
    ...(licenseReviewPolicy === undefined ? {} : { reviewPolicy: policyFacts(licenseReviewPolicy) }),
    ...(entry.footnotes.length === 0 ? {} : { footnotes: entry.footnotes }),
    ...(entry.citations.length === 0 ? {} : { frCitation: entry.citations }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(wording === undefined ? {} : { wording }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(members.length === 0 ? {} : { members }),
  };
}
