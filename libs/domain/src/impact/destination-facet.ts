import type { ChangeFacts } from './change-facts.ts';
import type { Facet } from './facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';

const OWN_SUBJECT = 85;
const IN_PASSING = 25;

/** Relevance of a declared destination, in hundredths. */
export function destinationWeight({ change }: ChangeFacts): number {
  return change.type.startsWith('country.') ? OWN_SUBJECT : IN_PASSING;
}

/** A declared destination with the countries it stands for. */
export interface Destination {
  readonly declared: string;
  readonly countries: readonly string[];
}

/** @returns true when the change names the destination or, for a group, a member. */
export function isTouched({ declared, countries }: Destination, facts: ChangeFacts): boolean {
  return facts.groups.has(declared.toUpperCase()) || countries.some((country) => facts.countries.has(country));
}

/** A declared destination, or a group it belongs to. Weighs most when the country itself is what changed. */
export function destinationFacet(facts: ChangeFacts, { destinations }: PreparedProfile): Facet | undefined {
  const touched = destinations.find((destination) => isTouched(destination, facts));
  if (touched === undefined) return undefined;
  const country = touched.countries.find((one) => facts.countries.has(one));
  const because =
    country === undefined || country === touched.declared.toUpperCase()
      ? `you ship to ${touched.declared}`
      : `you ship to ${touched.declared}, which ${country} is taken to belong to`;
  return { name: 'destination', weight: destinationWeight(facts), because, opens: true, implies: [] };
}
