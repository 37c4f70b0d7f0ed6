import type { ChangeFacts } from '../impact/change-facts.ts';
import { comparableNames } from '../impact/name-match.ts';
import { ownershipRule, ownersListed, ruleThreshold } from '../impact/ownership-facet.ts';
import { indexOwners } from '../impact/prepared-profile.ts';
import type { Counterparty, Profile } from '../profile.ts';
import { ValueIndex } from './value-index.ts';

/** Profiles that declare who owns a customer: few, and their shares must be added up one by one. */
export class OwnedParties {
  readonly #owned = new Map<number, readonly Counterparty[]>();
  readonly #byOwner = new ValueIndex<string>((compact) => [compact]);

  add(number: number, { counterparties }: Profile): void {
    const owned = counterparties.filter(({ ownership }) => (ownership ?? []).length > 0);
    if (owned.length === 0) return;
    this.#owned.set(number, owned);
    const owners = owned.flatMap(({ ownership }) => ownership ?? []).flatMap(({ owner }) => comparableNames(owner));
    for (const compact of new Set(owners.map((owner) => owner.compact)))
      this.#byOwner.add(compact, number, () => compact);
  }

  remove(number: number): void {
    this.#owned.delete(number);
  }

  /** Profiles that the change touches by a declared owner. */
  touchedBy(facts: ChangeFacts): Uint32Array {
    const found = new Set<number>();
    for (const [, profiles] of this.#byOwner.at(facts.parties.map(({ compact }) => compact))) {
      for (const number of profiles) {
        const owned = this.#owned.get(number);
        if (owned && ownersListed(facts, { owners: indexOwners(owned) })) found.add(number);
      }
    }
    if (ruleThreshold(facts) !== undefined) {
      for (const [number, counterparties] of this.#owned) {
        if (ownershipRule(facts, { profile: { counterparties } })) found.add(number);
      }
    }
    return Uint32Array.from(found);
  }
}
