import type { Counterparty } from '../profile.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { Facet } from './facet.ts';
import { closestName, type NameHit } from './name-index.ts';
import type { PreparedProfile } from './prepared-profile.ts';

/** Relevance of a declared name, in hundredths, by how near it comes to a name in the change. */
export const COUNTERPARTY_WEIGHT = { exact: 100, possible: 70, weak: 40 } as const;

function elsewhere({ country }: Counterparty, facts: ChangeFacts): string {
  if (country === undefined || facts.countries.size === 0 || facts.countries.has(country.toUpperCase())) return '';
  return `; you declared ${country}, the list says ${[...facts.countries].join(', ')}`;
}

function quoteWith(facts: ChangeFacts, name: string): number | undefined {
  const at = facts.change.evidence.findIndex((entry) => entry.quote.includes(name));
  return at === -1 ? undefined : at;
}

function facetOf(hit: NameHit<Counterparty>, facts: ChangeFacts): Facet {
  const place = elsewhere(hit.party, facts);
  const evidenceRef = quoteWith(facts, hit.listed.raw);
  const common = {
    name: 'counterparty',
    opens: true,
    implies: [],
    ...(evidenceRef !== undefined && { evidenceRef }),
  } as const;
  if (hit.match.kind === 'exact') {
    return {
      ...common,
      weight: COUNTERPARTY_WEIGHT.exact,
      because: `counterparty "${hit.declared.raw}" has the name "${hit.listed.raw}"${place}`,
    };
  }
  return {
    ...common,
    weight: COUNTERPARTY_WEIGHT[hit.match.kind],
    resemblance: hit.match.kind,
    because: `counterparty "${hit.declared.raw}" resembles "${hit.listed.raw}" (${hit.match.similarity.toFixed(2)}); verify${place}`,
  };
}

/** A declared counterparty whose name is, or resembles, a name in the change. A name match is not identity. */
export function counterpartyFacet(facts: ChangeFacts, { counterparties }: PreparedProfile): Facet | undefined {
  const hit = closestName(counterparties, facts.parties);
  return hit === undefined ? undefined : facetOf(hit, facts);
}
