import type { ChangeFacts } from './change-facts.ts';
import type { FacetName } from './facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import { facetsOf } from './relevance.ts';

/** One part of a profile held against a change, whether it was touched or not. */
export interface TriedFacet {
  readonly name: FacetName;
  readonly touched: boolean;
  readonly because: string;
}

type Words = (facts: ChangeFacts, prepared: PreparedProfile) => string;

const MOST_NAMED = 5;

/** `none declared`, or what was declared and what it was looked for in. */
function declared(list: readonly unknown[], one: string, many: string, found: string): string {
  if (list.length === 0) return `no ${many} declared`;
  return `${list.length} ${list.length === 1 ? one : many} declared; ${found}`;
}

function some(values: Iterable<string>, none: string): string {
  const all = [...new Set(values)];
  if (all.length === 0) return none;
  return `${all.slice(0, MOST_NAMED).join(', ')}${all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : ''}`;
}

const NOT_TOUCHED: Readonly<Record<FacetName, Words>> = {
  counterparty: (facts, { profile }) => {
    const names = some(
      facts.parties.map(({ raw }) => raw),
      'no party',
    );
    return declared(
      profile.counterparties,
      'counterparty',
      'counterparties',
      `none is, or resembles, a name in the change (${names})`,
    );
  },
  authorisation: (facts, { profile }) =>
    declared(
      profile.authorisationsInUse,
      'authorisation',
      'authorisations',
      `the change is not about one of them (${facts.change.instrumentId})`,
    ),
  ownership: (_, { profile }) => {
    const owned = profile.counterparties.filter(({ ownership }) => (ownership ?? []).length > 0);
    return declared(owned, 'owned customer', 'owned customers', 'none is owned far enough by a party the change names');
  },
  investment: (facts, { profile }) =>
    declared(
      profile.investment,
      'stake',
      'stakes',
      `${facts.change.instrumentId} moves no threshold across them and names none of the investors' states`,
    ),
  item: (facts, { items }) => {
    const changed = some(
      [...facts.items, ...facts.namedItems].map(({ printed }) => printed),
      'no item',
    );
    return declared(items, 'item', 'items', `the change concerns ${changed}`);
  },
  destination: (facts, { destinations }) =>
    declared(
      destinations,
      'destination',
      'destinations',
      `the change names ${some([...facts.countries, ...facts.groups], 'no country')}`,
    ),
  scope: (facts) => `nothing declared brings you into the scope of ${facts.change.instrumentId}`,
  technology: (_, { technologies }) =>
    declared(technologies, 'technology', 'technologies', 'the text mentions none, or a word you ruled out'),
  keyword: (_, { keywords }) =>
    declared(keywords, 'keyword', 'keywords', 'the text mentions none, or a word you ruled out'),
  'end use': (facts, { profile }) =>
    declared(profile.endUses, 'end use', 'end uses', `the text speaks of ${some(facts.endUses, 'none')}`),
  'HS code': (facts, { profile }) =>
    declared(profile.hsCodes, 'HS code', 'HS codes', `the change names ${some(facts.hsCodes, 'none')}`),
  role: (facts, { profile }) =>
    declared(profile.roles, 'role', 'roles', `${facts.change.instrumentId} obliges none of them`),
  instrument: (facts, { profile }) =>
    declared(profile.instruments, 'instrument', 'instruments', `${facts.change.instrumentId} is not among them`),
};

const ORDER: readonly FacetName[] = [
  'counterparty',
  'authorisation',
  'ownership',
  'investment',
  'item',
  'destination',
  'scope',
  'technology',
  'keyword',
  'end use',
  'HS code',
  'role',
  'instrument',
];

/** Every part of the profile with what became of it: the answer to "why was I, or was I not, told". Quotes the profile. */
export function triedFacets(facts: ChangeFacts, prepared: PreparedProfile): readonly TriedFacet[] {
  const touched = new Map(facetsOf(facts, prepared).map((facet) => [facet.name, facet]));
  return ORDER.map((name) => {
    const facet = touched.get(name);
    if (!facet) return { name, touched: false, because: NOT_TOUCHED[name](facts, prepared) };
    const because = facet.opens ? facet.because : `${facet.because}; this alone makes no match`;
    return { name, touched: true, because };
  });
}
