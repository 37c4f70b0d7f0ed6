import type { ChangeFacts } from './change-facts.ts';
import type { Facet } from './facet.ts';
import { isSubscribed } from './instrument-facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import { obligedRoles, scopingAttribute } from './role-obligation.ts';

/**
 * An obliged role. With the instrument subscribed it makes a match (0.4); alone it only strengthens one, for nearly every
 * exporter would else hear of every change.
 */
export function roleFacet({ change }: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  const role = obligedRoles(prepared.profile, change.instrumentId)[0];
  if (role === undefined) return undefined;
  const because = `as ${role.replaceAll('_', ' ')} you are bound by ${change.instrumentId}`;
  const subscribed = isSubscribed(prepared, change.instrumentId);
  return { name: 'role', weight: subscribed ? 40 : 25, because, opens: subscribed, implies: ['instrument'] };
}

/** An obliged role together with what brings it into scope: a defence contractor that handles CUI, under CMMC. */
export function scopeFacet({ change }: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  const role = obligedRoles(prepared.profile, change.instrumentId)[0];
  const scope = scopingAttribute(prepared.profile, change.instrumentId);
  if (role === undefined || scope === undefined) return undefined;
  return {
    name: 'scope',
    weight: 80,
    because: `${role.replaceAll('_', ' ')} with ${scope.attribute} is in scope of ${change.instrumentId}`,
    opens: true,
    implies: [
      ...(isSubscribed(prepared, change.instrumentId) ? [] : (['role'] as const)),
      ...(scope.isEndUse ? (['end use'] as const) : []),
      'instrument',
    ],
  };
}
