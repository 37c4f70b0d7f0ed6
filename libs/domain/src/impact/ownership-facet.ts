import type { Profile } from '../profile.ts';
import type { ChangeFacts } from './change-facts.ts';
import { numberAt } from './change-fields.ts';
import type { Facet } from './facet.ts';
import { comparableName } from './name-match.ts';
import type { DeclaredOwner, PreparedProfile } from './prepared-profile.ts';

/** Share of a company from which it stands with its owner. */
export const CONTROLLING_PCT = 50;
/** Relevance of declared ownership, in hundredths. */
export const OWNERSHIP_WEIGHT = 90;

function facet(because: string): Facet {
  return { name: 'ownership', weight: OWNERSHIP_WEIGHT, because, opens: true, implies: [] };
}

/** Share of one declared customer held by owners the change names. Ownership adds up over listed owners. */
function heldByListed(owners: readonly DeclaredOwner[]): number {
  const byOwner = new Map(owners.map(({ owner, pct }) => [comparableName(owner).compact, pct]));
  return [...byOwner.values()].reduce((sum, pct) => sum + pct, 0);
}

/** A declared customer at least half owned by parties the change names. */
export function ownersListed(facts: ChangeFacts, { owners }: Pick<PreparedProfile, 'owners'>): Facet | undefined {
  const listed = facts.parties.flatMap(({ compact }) => owners.exact.get(compact) ?? []).map(({ party }) => party);
  for (const [counterparty, held] of Map.groupBy(listed, (owner) => owner.counterparty)) {
    const pct = heldByListed(held);
    if (pct >= CONTROLLING_PCT) return facet(`"${counterparty.name}" is ${pct}% owned by a party the change names`);
  }
  return undefined;
}

/** Percentage an ownership rule speaks of. Such rules say so in structured facts or are of the type that changes their scope. */
export function ruleThreshold({ change }: ChangeFacts): number | undefined {
  const [stated] = [change.after, change.before].flatMap((facts) =>
    ['ownershipPct', 'ownershipPercent'].flatMap((name) => numberAt(facts, name) ?? []),
  );
  const isOfOwnership = change.type === 'list.ownership_scope_changed' || change.after?.ownershipRule === true;
  return stated ?? (isOfOwnership ? CONTROLLING_PCT : undefined);
}

/** A declared customer that an ownership rule may catch. */
export function ownershipRule(
  facts: ChangeFacts,
  { profile }: { readonly profile: Pick<Profile, 'counterparties'> },
): Facet | undefined {
  const threshold = ruleThreshold(facts);
  if (threshold === undefined) return undefined;
  const held = profile.counterparties.find(
    ({ ownership }) => (ownership ?? []).reduce((sum, { pct }) => sum + pct, 0) >= threshold,
  );
  if (held === undefined) return undefined;
  return facet(`you declared owners of "${held.name}" at or above the ${threshold}% this rule speaks of`);
}

/**
 * A declared customer at least half owned by parties the change lists, or any such customer when the change is to an
 * ownership rule. Ownership cannot be decided from lists: this rests on what the subscriber declared.
 */
export function ownershipFacet(facts: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  return ownersListed(facts, prepared) ?? ownershipRule(facts, prepared);
}
