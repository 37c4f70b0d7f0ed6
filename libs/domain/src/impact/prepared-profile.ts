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

/** Declarations that could never match anything, in words for the person who wrote them. Empty: none. */
export function profileProblems(profile: Profile): readonly string[] {
  const items = profile.items
    .filter((item) => itemPath(item) === undefined)
    .map(({ scheme, pattern }) => `item "${pattern}" is not of the form ${scheme} uses`);
  const destinations = profile.destinations
    .filter((declared) => destinationsOf(declared).length === 0)
    .map((declared) => `destination "${declared}" is neither an ISO alpha-2 code nor a known country group`);
  return [...items, ...destinations, ...zoneProblems(profile.timeZone), ...quietHourProblems(profile)];
}

function zoneProblems(timeZone: string): string[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [`time zone "${timeZone}" is not an IANA zone`];
  }
}

function quietHourProblems({ quietHours }: Profile): string[] {
  if (quietHours === undefined) return [];
  const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
  return [quietHours.from, quietHours.to]
    .filter((time) => !clock.test(time))
    .map((time) => `quiet hour "${time}" is not a time such as 22:00`);
}
