import type { ChangeFacts } from './change-facts.ts';
import type { Facet, FacetName } from './facet.ts';
import { isSubscribed } from './instrument-facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import { obligedRoles, scopingAttribute } from './role-obligation.ts';

/** Relevance of an obliged role, in hundredths: with the instrument subscribed, and without. */
export const ROLE_WEIGHT = { subscribed: 40, alone: 25 } as const;
/** Relevance of a role and what brings it into scope, in hundredths. */
export const SCOPE_WEIGHT = 80;

/** What follows from being in scope, and so is no further evidence. */
export function impliedByScope(isEndUse: boolean, subscribed: boolean): readonly FacetName[] {
  return [...(subscribed ? [] : (['role'] as const)), ...(isEndUse ? (['end use'] as const) : []), 'instrument'];
}

/**
 * An obliged role. With the instrument subscribed it makes a match (0.4); alone it only strengthens one, for nearly every
 * exporter would else hear of every change.
 */
export function roleFacet({ change }: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  const role = obligedRoles(prepared.profile, change.instrumentId)[0];
  if (role === undefined) return undefined;
  const because = `as ${role.replaceAll('_', ' ')} you are bound by ${change.instrumentId}`;
  const subscribed = isSubscribed(prepared, change.instrumentId);
  return {
    name: 'role',
    weight: subscribed ? ROLE_WEIGHT.subscribed : ROLE_WEIGHT.alone,
    because,
    opens: subscribed,
    implies: ['instrument'],
  };
}

/** An obliged role together with what brings it into scope: a defence contractor that handles CUI, under CMMC. */
export function scopeFacet({ change }: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  const role = obligedRoles(prepared.profile, change.instrumentId)[0];
  const scope = scopingAttribute(prepared.profile, change.instrumentId);
  if (role === undefined || scope === undefined) return undefined;
  return {
    name: 'scope',
    weight: SCOPE_WEIGHT,
    because: `${role.replaceAll('_', ' ')} with ${scope.attribute} is in scope of ${change.instrumentId}`,
    opens: true,
    implies: impliedByScope(scope.isEndUse, isSubscribed(prepared, change.instrumentId)),
  };
}
