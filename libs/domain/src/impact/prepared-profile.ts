import { isCountryCode } from '../country/country-of-name.ts';
import type { Counterparty, Profile } from '../profile.ts';
import type { ControlPath } from './control-path.ts';
import { destinationsOf } from './country-group.ts';
import type { Destination } from './destination-facet.ts';
import { eccnPath } from './eccn-path.ts';
import { jpItemPath } from './jp-item-path.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { keyword, type SearchTerm, technology } from './search-terms.ts';
import { usmlPath } from './usml-path.ts';

/** A declared owner of a declared customer. */
export interface DeclaredOwner {
  readonly owner: string;
  readonly pct: number;
  readonly counterparty: Counterparty;
}

/** A profile with its names folded and its patterns parsed, so that matching many changes repeats no work. */
export interface PreparedProfile {
  readonly profile: Profile;
  readonly counterparties: NameIndex<Counterparty>;
  readonly owners: NameIndex<DeclaredOwner>;
  readonly items: readonly ControlPath[];
  readonly technologies: readonly SearchTerm[];
  readonly keywords: readonly SearchTerm[];
  readonly negativeKeywords: readonly SearchTerm[];
  /** Declared destinations with the countries each stands for. */
  readonly destinations: readonly Destination[];
}

/** The place of a declared item in its list; `undefined` for a pattern of no known shape. */
export function itemPath({ scheme, pattern }: Profile['items'][number]): ControlPath | undefined {
  if (scheme === 'ECCN') return eccnPath(pattern);
  return scheme === 'USML' ? usmlPath(pattern) : jpItemPath(pattern, scheme);
}

function terms(printed: readonly string[], asTerm: (text: string) => SearchTerm | undefined): SearchTerm[] {
  return printed.map(asTerm).filter((term) => term !== undefined);
}

/** Owners of declared customers, by every name they go under. */
export function indexOwners(counterparties: readonly Counterparty[]): NameIndex<DeclaredOwner> {
  const owners = counterparties.flatMap((counterparty) =>
    (counterparty.ownership ?? []).map(({ owner, pct }) => ({ owner, pct, counterparty })),
  );
  return indexNames(owners, ({ owner }) => [owner]);
}

/** Prepares a profile for matching. Patterns of no known shape match nothing; {@link profileProblems} names them. */
export function prepareProfile(profile: Profile): PreparedProfile {
  const sectors = profile.investment.map(({ sector }) => sector);
  return {
    profile,
    counterparties: indexNames(profile.counterparties, (party) => [party.name, ...party.aliases]),
    owners: indexOwners(profile.counterparties),
    items: profile.items.map(itemPath).filter((path) => path !== undefined),
    technologies: terms([...profile.technologies, ...sectors], technology),
    keywords: terms(profile.keywords, keyword),
    negativeKeywords: terms(profile.negativeKeywords, keyword),
    destinations: profile.destinations.map((declared) => ({ declared, countries: destinationsOf(declared) })),
  };
}

/** What is wrong with a declaration, and where in the profile it stands. */
export interface ProfileProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Declarations that could never match anything, in words for the person who wrote them. Empty: none. */
export function profileProblems(profile: Profile): readonly ProfileProblem[] {
  const items = profile.items.flatMap((item, at) => {
    const message = `"${item.pattern}" is not of the form ${item.scheme} uses`;
    return itemPath(item) === undefined ? [{ path: ['items', at, 'pattern'], message }] : [];
  });
  const destinations = profile.destinations.flatMap((declared, at) => {
    const message = `"${declared}" is neither the code of a country nor a known country group`;
    return isKnownDestination(declared) ? [] : [{ path: ['destinations', at], message }];
  });
  const homes = profile.counterparties.flatMap(({ country }, at) => {
    const message = `"${country}" is not the code of a country`;
    const path = ['counterparties', at, 'country'];
    return country === undefined || isCountryCode(country) ? [] : [{ path, message }];
  });
  return [...items, ...destinations, ...homes, ...zoneProblems(profile.timeZone), ...quietHourProblems(profile)];
}

/** A code that no country has would never be met, and the silence would look like safety. */
function isKnownDestination(declared: string): boolean {
  const countries = destinationsOf(declared);
  return countries.length > 0 && countries.every(isCountryCode);
}

function zoneProblems(timeZone: string): ProfileProblem[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [{ path: ['timeZone'], message: `"${timeZone}" is not the name of a time zone` }];
  }
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function quietHourProblems({ quietHours }: Profile): ProfileProblem[] {
  if (quietHours === undefined) return [];
  return (['from', 'to'] as const)
    .filter((end) => !CLOCK.test(quietHours[end]))
    .map((end) => ({ path: ['quietHours', end], message: `"${quietHours[end]}" is not a time of day` }));
}
