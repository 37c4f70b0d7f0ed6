import type { ChangeFacts } from '../impact/change-facts.ts';
import { destinationsOf } from '../impact/country-group.ts';
import { NEUTRAL_FOR_YOU, ownDirection } from '../impact/direction-factor.ts';
import { type ImpactBasis, impactBasis, impactOfFacets } from '../impact/impact-of.ts';
import { relevanceOf } from '../impact/relevance.ts';
import { rolesObliged } from '../impact/role-obligation.ts';
import type { Profile } from '../profile.ts';
import { Declared } from './declared.ts';
import { markTouched } from './mark-touched.ts';
import { OwnedParties } from './owned-parties.ts';
import { withRoom } from './posting-lists.ts';
import { type Outcome, ProfileMatches } from './profile-matches.ts';
import { facetsTouched, TOUCH } from './touch.ts';
import { Touched } from './touched.ts';
import { jurisdictionBits, LISTENING, roleBits, traitsOf } from './traits.ts';

/** Sets of ways whose outcome is at hand without being looked up. A power of two. */
const SLOTS = 64;

/**
 * Profiles in an inverted index: every declared value once, with the profiles that declare it. One change is matched at a
 * cost that follows what it touches, not how many profiles there are; score and band are those of {@link assessImpact}.
 * Reasons are worded from the profile itself, for those that match. Holds folded counterparty names: as secret as a profile.
 */
export class ProfileIndex {
  readonly #declared = new Declared();
  readonly #owned = new OwnedParties();
  readonly #touched = new Touched();
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** How many destinations with countries each profile declares: to know when all of them are excepted. */
  #destinations = new Uint32Array(64);
  #hearsAfter = new Float64Array(64);
  #newestHearing = 0;
  /** Who matches the change at hand, and the kind of outcome: filled anew for each. */
  #matched = new Uint32Array(64);
  #kinds = new Uint16Array(64);

  /** Profiles that listen. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Profiles replaced or removed whose traces are still held; a new index is worth its making when they are many. */
  get leftBehind(): number {
    return this.#ids.length - this.#numbers.size;
  }

  /** Takes in a profile, in place of an earlier one of the same id. It hears what stands after a position of the log. */
  put(id: string, profile: Profile, hearsAfterPosition = 0): void {
    this.remove(id);
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    this.#reserve(number + 1);
    this.#touched.setTraits(number, traitsOf(profile));
    this.#destinations[number] = new Set(profile.destinations.filter((one) => destinationsOf(one).length > 0)).size;
    this.#hearsAfter[number] = hearsAfterPosition;
    this.#newestHearing = Math.max(this.#newestHearing, hearsAfterPosition);
    this.#declared.add(number, profile);
    this.#owned.add(number, profile);
  }

  /** Nothing for an id that is not there. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.#ids[number] = '';
    this.#touched.setTraits(number, 0);
    this.#owned.remove(number);
  }

  /** Everyone to whom the change, told at `position` of the log and seen at `now`, matters. In no order. */
  match(facts: ChangeFacts, now: Date, position = Number.POSITIVE_INFINITY): ProfileMatches {
    if (facts.change.detection.baseline) return new ProfileMatches([], new Uint32Array(0), new Uint16Array(0), []);
    const touched = this.#touched;
    markTouched(this.#declared, facts, touched);
    touched.mark(this.#owned.touchedBy(facts), TOUCH.ownership);
    if (facts.exceptCountries.size > 0) this.#markExcepted(facts);
    const matches = this.#listen(facts, now, position);
    touched.empty();
    return matches;
  }

  #listen(facts: ChangeFacts, now: Date, position: number): ProfileMatches {
    const { change } = facts;
    const heard = LISTENING | jurisdictionBits([change.jurisdiction]);
    const obliged = roleBits(rolesObliged(change.instrumentId));
    const outcomes = new Outcomes(facts, impactBasis(change, now));
    const mayBeTooEarly = this.#newestHearing >= position;
    const { profiles: touched, cells } = this.#touched;
    const hearsAfter = this.#hearsAfter;
    const [matched, kinds] = this.#roomFor(touched.length);
    let size = 0;
    for (let at = 0; at < touched.length; at += 1) {
      const number = touched[at] as number;
      const trait = cells[2 * number] as number;
      if ((trait & heard) !== heard) continue;
      if (mayBeTooEarly && (hearsAfter[number] ?? 0) >= position) continue;
      const kind = outcomes.kindOf((cells[2 * number + 1] as number) | ((trait & obliged) === 0 ? 0 : TOUCH.role));
      if (kind === 0) continue;
      matched[size] = number;
      kinds[size] = kind;
      size += 1;
    }
    return new ProfileMatches(this.#ids, matched.slice(0, size), kinds.slice(0, size), outcomes.list);
  }

  #roomFor(count: number): readonly [matched: Uint32Array, kinds: Uint16Array] {
    if (this.#matched.length < count) {
      this.#matched = withRoom(this.#matched, count);
      this.#kinds = new Uint16Array(this.#matched.length);
    }
    return [this.#matched, this.#kinds];
  }

  #markExcepted({ exceptCountries }: ChangeFacts): void {
    const excepted = new Map<number, number>();
    for (const [{ countries }, profiles] of this.#declared.destinations.all()) {
      if (countries.length === 0 || !countries.every((country) => exceptCountries.has(country))) continue;
      for (const number of profiles) excepted.set(number, (excepted.get(number) ?? 0) + 1);
    }
    const whole = [...excepted].filter(([number, count]) => count === this.#destinations[number]);
    this.#touched.markAlready(
      Uint32Array.from(whole, ([number]) => number),
      TOUCH.excepted,
    );
  }

  #reserve(count: number): void {
    this.#touched.reserve(count);
    this.#destinations = withRoom(this.#destinations, count);
    if (this.#hearsAfter.length >= count) return;
    const larger = new Float64Array(Math.ceil(count * 1.5));
    larger.set(this.#hearsAfter);
    this.#hearsAfter = larger;
  }
}

/** The outcome for each set of ways, worked out once: thousands of profiles are touched in the same few. */
class Outcomes {
  /** Outcomes by kind; none at 0. */
  readonly list: (Outcome | undefined)[] = [undefined];
  readonly #kinds = new Map<number, number>();
  readonly #facts: ChangeFacts;
  readonly #basis: ImpactBasis;
  /** The last ways asked for in each slot, and their kind. */
  readonly #asked = new Int32Array(SLOTS).fill(-1);
  readonly #kindAsked = new Uint16Array(SLOTS);

  constructor(facts: ChangeFacts, basis: ImpactBasis) {
    this.#facts = facts;
    this.#basis = basis;
  }

  /** Kind of outcome of those touched in these ways; 0 for no match. */
  kindOf(touched: number): number {
    const slot = (touched ^ (touched >>> 9)) & (SLOTS - 1);
    if (this.#asked[slot] !== touched) {
      this.#kindAsked[slot] = this.#kinds.get(touched) ?? this.#workOut(touched);
      this.#asked[slot] = touched;
    }
    return this.#kindAsked[slot] as number;
  }

  #workOut(touched: number): number {
    const outcome = outcomeOf(touched, this.#facts, this.#basis);
    const kind = outcome === undefined ? 0 : this.list.push(outcome) - 1;
    this.#kinds.set(touched, kind);
    return kind;
  }
}

function outcomeOf(touched: number, facts: ChangeFacts, basis: ImpactBasis): Outcome | undefined {
  const counted = relevanceOf(facetsTouched(touched, facts));
  if (counted.length === 0) return undefined;
  const direction =
    touched & TOUCH.excepted ? { hundredths: NEUTRAL_FOR_YOU, because: '' } : ownDirection(facts.change);
  const { score, band } = impactOfFacets(basis, counted, direction);
  return { score, band };
}
