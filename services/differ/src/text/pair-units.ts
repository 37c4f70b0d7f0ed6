import {
  BELOW_ONE_PARENT,
  inOnePlace,
  type Matching,
  matchingOf,
  nearness,
  pair,
  pairBest,
  type UnitPair,
} from './matching.ts';
import { isSameSort, type Unit } from './unit.ts';
import { containerCandidates, editCandidates } from './unit-candidates.ts';

/** Which units of two readings are the same, which went and which came. */
export interface Pairing {
  readonly pairs: readonly UnitPair[];
  readonly removed: readonly Unit[];
  readonly added: readonly Unit[];
  /** Parents, by their label in each reading, below which units changed their labels; `undefined` is the top level. */
  readonly renumbered: {
    readonly before: ReadonlySet<string | undefined>;
    readonly after: ReadonlySet<string | undefined>;
  };
}

/** Text as short as 弁 or 全地域 occurs in many places; it is followed within its root only. */
const MIN_CHARS_TO_CROSS = 12;

/** What two units are compared by: their own words, or those of all they hold. */
type Words = (unit: Unit) => string;

const ownWords: Words = (unit) => unit.substance;
const allWords: Words = (unit) => unit.wholeSubstance;

function keyOf(unit: Unit, words: Words): string {
  return `${unit.provision.kind} ${words(unit)}`;
}

/** Units that a reader knows to be one by more than their label. */
function pairAnchored(matching: Matching, isOne: (before: Unit, after: Unit) => boolean): void {
  for (const after of [...matching.after.values()]) {
    const before = matching.before.get(after.provision.label);
    if (before && isOne(before, after)) pair(matching, before, after);
  }
}

/** Pairs units with the same words under the same label. */
function pairUnmoved(matching: Matching, units: readonly Unit[], words: Words): void {
  for (const after of units) {
    const before = matching.before.get(after.provision.label);
    if (!before || !isSameSort(before, after) || keyOf(before, words) !== keyOf(after, words)) continue;
    if (inOnePlace(matching, before, after)) pair(matching, before, after);
  }
}

/** Pairs units with the same words under another label: those below one parent first, then the nearest place. */
function pairMoved(matching: Matching, units: readonly Unit[], words: Words): void {
  const alike = Map.groupBy(matching.before.values(), (unit) => keyOf(unit, words));
  for (const least of [BELOW_ONE_PARENT, 0]) {
    for (const after of units) {
      if (!matching.after.has(after.provision.label)) continue;
      const nearest = nearestOf(matching, after, alike.get(keyOf(after, words)) ?? []);
      const worth = nearest && (nearest.near > 0 || words(after).length >= MIN_CHARS_TO_CROSS);
      if (worth && nearest.near >= least) pair(matching, nearest.before, after);
    }
  }
}

function nearestOf(matching: Matching, after: Unit, alike: readonly Unit[]) {
  const [nearest] = alike
    .filter((unit) => matching.before.has(unit.provision.label))
    .map((before) => ({ before, near: nearness(matching, before, after) }))
    .sort((a, b) => b.near - a.near);
  return nearest;
}

/** Units that hold others and are the same with all they hold: most of any law, so that little is left to compare by likeness. */
function pairWholes(matching: Matching): void {
  const holding = [...matching.after.values()].filter((unit) => unit.isHolding);
  pairUnmoved(matching, holding, allWords);
  pairMoved(matching, holding, allWords);
}

function renumberedIn(matching: Matching): Pairing['renumbered'] {
  const moved = matching.pairs.filter(({ before, after }) => before.provision.label !== after.provision.label);
  return {
    before: new Set(moved.map(({ before }) => before.provision.parent)),
    after: new Set(moved.map(({ after }) => after.provision.parent)),
  };
}

/**
 * A label still free on both sides with quite different words: a rewritten unit, unless its siblings were renumbered, for
 * then the label says nothing about identity.
 */
function pairRewritten(matching: Matching): void {
  const { after: renumbered } = renumberedIn(matching);
  for (const after of [...matching.after.values()]) {
    const before = matching.before.get(after.provision.label);
    if (!before || !isSameSort(before, after) || renumbered.has(after.provision.parent)) continue;
    if (inOnePlace(matching, before, after)) pair(matching, before, after);
  }
}

/**
 * Finds each unit of one reading in the other, by label and content: first the units that hold others, by all they hold;
 * then unchanged units, the same words under another label (so that chains of shifted numbers are followed), the likest
 * words, and last the label alone. Labels must be unique in a reading.
 * @param isAnchored whether two units of one label are one beyond doubt, whatever they hold; by default none are
 */
export function pairUnits(
  before: readonly Unit[],
  after: readonly Unit[],
  isAnchored: (before: Unit, after: Unit) => boolean = () => false,
): Pairing {
  const matching = matchingOf(before, after);
  pairAnchored(matching, isAnchored);
  pairWholes(matching);
  pairBest(matching, containerCandidates(matching));
  pairUnmoved(matching, [...matching.after.values()], ownWords);
  pairMoved(matching, [...matching.after.values()], ownWords);
  pairBest(matching, editCandidates(matching, [...before, ...after]));
  pairRewritten(matching);
  const { pairs } = matching;
  const [removed, added] = [[...matching.before.values()], [...matching.after.values()]];
  return { pairs, removed, added, renumbered: renumberedIn(matching) };
}
