import type { Direction, JsonObject, ListEntry } from '#domain';
import type { Difference } from './entry-draft.ts';
import { entryFacts, policyFacts } from './entry-facts.ts';
import type { EntryPair } from './entry-pair.ts';
import { comparableTerms, requirementDirection } from './license-terms.ts';
import { reviewPolicyDirection } from './review-policy.ts';

const both = (pair: EntryPair, facts: (entry: ListEntry) => JsonObject) => ({
  before: { ...entryFacts(pair.before), ...facts(pair.before) },
  after: { ...entryFacts(pair.after), ...facts(pair.after) },
});

const sameTerms = (left: string | undefined, right: string | undefined): boolean =>
  left === right || comparableTerms(left ?? '') === comparableTerms(right ?? '');

function requirementChange(pair: EntryPair): readonly Difference[] {
  const from = pair.before.licenseRequirement ?? '';
  const to = pair.after.licenseRequirement ?? '';
  if (sameTerms(from, to)) return [];
  const facts = (entry: ListEntry) => ({ licenseRequirement: entry.licenseRequirement ?? '' });
  return [
    { type: 'entity.license_requirement_changed', direction: requirementDirection(from, to), ...both(pair, facts) },
  ];
}

function policyChange(pair: EntryPair): readonly Difference[] {
  const from = pair.before.licenseReviewPolicy ?? '';
  const to = pair.after.licenseReviewPolicy ?? '';
  if (sameTerms(from, to)) return [];
  const facts = (entry: ListEntry) => ({ reviewPolicy: policyFacts(entry.licenseReviewPolicy ?? '') });
  return [{ type: 'entity.review_policy_changed', direction: reviewPolicyDirection(from, to), ...both(pair, facts) }];
}

/** A footnote designation binds the party to a foreign-direct-product rule: more of them is tighter (15 CFR 734.9). */
function footnoteDirection(gained: number, lost: number): Direction {
  if (gained > 0 && lost > 0) return 'unknown';
  return gained > 0 ? 'tighten' : 'loosen';
}

function footnoteChange(pair: EntryPair): readonly Difference[] {
  const from = new Set(pair.before.footnotes);
  const to = new Set(pair.after.footnotes);
  const direction = footnoteDirection(to.difference(from).size, from.difference(to).size);
  if (from.symmetricDifference(to).size === 0) return [];
  const facts = (entry: ListEntry) => ({ footnotes: entry.footnotes });
  return [{ type: 'entity.footnote_changed', direction, ...both(pair, facts) }];
}

/** License requirement, license review policy and footnote designations of the Entity List (15 CFR 744 Supplement No. 4). */
export function termChanges(pair: EntryPair): readonly Difference[] {
  return [...requirementChange(pair), ...policyChange(pair), ...footnoteChange(pair)];
}

/** The citation column: which rules named the entry. Compared as a set, its full stops aside. */
export function citationChange(pair: EntryPair): readonly Difference[] {
  const fold = (citation: string) => citation.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const from = new Set(pair.before.citations.map(fold));
  const to = new Set(pair.after.citations.map(fold));
  if (from.symmetricDifference(to).size === 0) return [];
  const facts = (entry: ListEntry) => ({ frCitation: entry.citations });
  return [{ type: 'entity.citation_changed', direction: 'neutral', ...both(pair, facts) }];
}
