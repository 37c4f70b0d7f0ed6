import type { ControlPath } from '../impact/control-path.ts';
import { destinationsOf } from '../impact/country-group.ts';
import type { Destination } from '../impact/destination-facet.ts';
import { comparableNames } from '../impact/name-match.ts';
import { itemPath } from '../impact/prepared-profile.ts';
import { keyword, type SearchTerm, technology } from '../impact/search-terms.ts';
import type { EndUse, Profile } from '../profile.ts';
import { declaredItemKey } from './item-keys.ts';
import { NamePool } from './name-pool.ts';
import { PostingLists } from './posting-lists.ts';
import { termKeys } from './text-keys.ts';
import { ValueIndex } from './value-index.ts';

/** A declared stake and where the investor sits. */
export type Stake = Profile['investment'][number];

/** Everything that profiles declare, each value once, with the numbers of the profiles that declare it. */
export class Declared {
  readonly names = new NamePool();
  readonly byName = new PostingLists();
  readonly items = new ValueIndex<ControlPath>((path) => [declaredItemKey(path)]);
  readonly destinations = new ValueIndex<Destination>();
  readonly technologies = new ValueIndex<SearchTerm>(termKeys);
  readonly keywords = new ValueIndex<SearchTerm>(termKeys);
  readonly negativeKeywords = new ValueIndex<SearchTerm>(termKeys);
  readonly endUses = new ValueIndex<EndUse>();
  readonly handles = new ValueIndex<Profile['handles'][number]>();
  readonly hsCodes = new ValueIndex<string>((code) => [code.replace(/\D/g, '').slice(0, 4)]);
  readonly instruments = new ValueIndex<string>((pattern) => [pattern]);
  readonly authorisations = new ValueIndex<string>();
  readonly stakes = new ValueIndex<Stake>();

  /** Files a new profile under its number. A value declared twice counts once. */
  add(number: number, profile: Profile): void {
    this.#addNames(number, profile);
    this.#addWords(number, profile);
    for (const item of new Map(profile.items.map((one) => [`${one.scheme} ${one.pattern}`, one])).entries()) {
      const path = itemPath(item[1]);
      if (path !== undefined) this.items.add(item[0], number, () => path);
    }
    for (const declared of new Set(profile.destinations)) {
      this.destinations.add(declared, number, () => ({ declared, countries: destinationsOf(declared) }));
    }
    for (const use of new Set(profile.endUses)) this.endUses.add(use, number, () => use);
    for (const kind of new Set(profile.handles)) this.handles.add(kind, number, () => kind);
    for (const code of new Set(profile.hsCodes)) this.hsCodes.add(code, number, () => code);
    for (const pattern of new Set(profile.instruments)) this.instruments.add(pattern, number, () => pattern);
    for (const name of new Set(profile.authorisationsInUse)) this.authorisations.add(name, number, () => name);
    for (const stake of profile.investment) {
      this.stakes.add(`${stake.stakePct} ${stake.investorState}`, number, () => stake);
    }
  }

  #addNames(number: number, { counterparties }: Profile): void {
    const names = counterparties.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(comparableNames));
    for (const id of new Set(names.map((name) => this.names.idOf(name)))) this.byName.add(id, number);
  }

  #addWords(number: number, profile: Profile): void {
    const sectors = profile.investment.map(({ sector }) => sector);
    addTerms(this.technologies, number, [...profile.technologies, ...sectors], technology);
    addTerms(this.keywords, number, profile.keywords, keyword);
    addTerms(this.negativeKeywords, number, profile.negativeKeywords, keyword);
  }
}

function addTerms(
  index: ValueIndex<SearchTerm>,
  number: number,
  printed: readonly string[],
  read: (printed: string) => SearchTerm | undefined,
): void {
  for (const text of new Set(printed)) {
    const term = read(text);
    if (term !== undefined) index.add(text, number, () => term);
  }
}
