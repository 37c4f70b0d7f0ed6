import type { ChangeFacts } from './change-facts.ts';
import type { Facet } from './facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';

const OWN_SUBJECT = 85;
const IN_PASSING = 25;

/** A declared destination, or a group it belongs to. Weighs most when the country itself is what changed. */
export function destinationFacet(facts: ChangeFacts, { destinations }: PreparedProfile): Facet | undefined {
  const touched = destinations.find(
    ({ declared, countries }) =>
      facts.groups.has(declared.toUpperCase()) || countries.some((country) => facts.countries.has(country)),
  );
  if (touched === undefined) return undefined;
  const country = touched.countries.find((one) => facts.countries.has(one));
  const because =
    country === undefined || country === touched.declared.toUpperCase()
      ? `you ship to ${touched.declared}`
      : `you ship to ${touched.declared}, which ${country} is taken to belong to`;
  const weight = facts.change.type.startsWith('country.') ? OWN_SUBJECT : IN_PASSING;
  return { name: 'destination', weight, because, opens: true, implies: [] };
}
