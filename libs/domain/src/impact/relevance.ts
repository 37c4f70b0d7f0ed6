import { authorisationFacet } from './authorisation-facet.ts';
import type { ChangeFacts } from './change-facts.ts';
import { counterpartyFacet } from './counterparty-facet.ts';
import { destinationFacet } from './destination-facet.ts';
import type { Facet, FacetName } from './facet.ts';
import { instrumentFacet } from './instrument-facet.ts';
import { investmentFacet } from './investment-facet.ts';
import { itemFacet } from './item-facet.ts';
import { ownershipFacet } from './ownership-facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import { roleFacet, scopeFacet } from './role-facet.ts';
import { endUseFacet, hsCodeFacet, keywordFacet, technologyFacet } from './text-facets.ts';

/** Facets in the order in which equal weights are told. */
const FACETS = [
  counterpartyFacet,
  authorisationFacet,
  ownershipFacet,
  investmentFacet,
  itemFacet,
  destinationFacet,
  scopeFacet,
  technologyFacet,
  keywordFacet,
  endUseFacet,
  hsCodeFacet,
  roleFacet,
  instrumentFacet,
] as const;

const FURTHER_WEIGHT = 8;
const FURTHER_LIMIT = 16;

/** A facet with the hundredths it adds to R; they sum to R. */
export interface CountedFacet {
  readonly facet: Facet;
  readonly hundredths: number;
}

/** Every facet of the profile that the change touches, heaviest first. */
export function facetsOf(facts: ChangeFacts, prepared: PreparedProfile): readonly Facet[] {
  const touched = FACETS.map((facet) => facet(facts, prepared)).filter((facet) => facet !== undefined);
  return touched.toSorted((a, b) => b.weight - a.weight);
}

/**
 * R of the impact model: the best facet, then 0.08 for each further independent one, at most 0.16 more and never above 1.
 * A subscription to the instrument counts only where nothing else does. Empty: nothing makes a match.
 */
export function relevanceOf(facets: readonly Facet[]): readonly CountedFacet[] {
  const best = facets.find((facet) => facet.opens);
  if (best === undefined) return [];
  const counted: CountedFacet[] = [{ facet: best, hundredths: best.weight }];
  const implied = new Set<FacetName>([...best.implies, 'instrument']);
  let left = Math.min(FURTHER_LIMIT, 100 - best.weight);
  for (const facet of facets) {
    if (facet === best || implied.has(facet.name)) continue;
    const hundredths = Math.min(FURTHER_WEIGHT, left);
    left -= hundredths;
    for (const name of facet.implies) implied.add(name);
    counted.push({ facet, hundredths });
  }
  return counted;
}
