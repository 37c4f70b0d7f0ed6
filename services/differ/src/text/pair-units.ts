import { type Matching, matchingOf, nearness, pair, pairBest, type UnitPair } from './matching.ts';
import type { Unit } from './unit.ts';
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

function pairUnmoved(matching: Matching): void {
  for (const after of [...matching.after.values()]) {
    const before = matching.before.get(after.provision.label);
    if (before?.substance === after.substance && before.provision.kind === after.provision.kind)
      pair(matching, before, after);
  }
}

function contentKey(unit: Unit): string {
  return `${unit.provision.kind} ${unit.substance}`;
}

function pairMoved(matching: Matching): void {
  const byContent = Map.groupBy(matching.before.values(), contentKey);
  for (const after of [...matching.after.values()]) {
    const left = (byContent.get(contentKey(after)) ?? []).filter((unit) => matching.before.has(unit.provision.label));
    const ranked = left
      .map((before) => ({ before, near: nearness(matching, before, after) }))
      .filter(({ near }) => near > 0 || after.substance.length >= MIN_CHARS_TO_CROSS)
      .sort((a, b) => b.near - a.near);
    if (ranked[0]) pair(matching, ranked[0].before, after);
  }
}

function renumberedIn(matching: Matching): Pairing['renumbered'] {
  const moved = matching.pairs.filter(({ before, after }) => before.provision.label !== after.provision.label);
  return {
    before: new Set(moved.map(({ before }) => before.provision.parent)),
    after: new Set(moved.map(({ after }) => after.provision.parent)),
  };
}

/** Equal labels below a parent that became another unit are two labels. */
function underOneParent(matching: Matching, before: Unit, after: Unit): boolean {
  const { parent } = before.provision;
  return parent === undefined || (matching.renamed.get(parent) ?? parent) === after.provision.parent;
}

/**
 * A label still free on both sides with quite different words: a rewritten unit, unless its siblings were renumbered, for
 * then the label says nothing about identity.
 */
function pairRewritten(matching: Matching): void {
  const { after: renumbered } = renumberedIn(matching);
  for (const after of [...matching.after.values()]) {
    const before = matching.before.get(after.provision.label);
    if (!before || before.provision.kind !== after.provision.kind || renumbered.has(after.provision.parent)) continue;
    if (underOneParent(matching, before, after)) pair(matching, before, after);
  }
}

/**
 * Finds each unit of one reading in the other, by label and content: first the units that hold others, by all they hold;
 * then unchanged units, the same words under another label (so that chains of shifted numbers are followed), the likest
 * words, and last the label alone. Labels must be unique in a reading.
 */
export function pairUnits(before: readonly Unit[], after: readonly Unit[]): Pairing {
  const matching = matchingOf(before, after);
  pairBest(matching, containerCandidates(matching));
  pairUnmoved(matching);
  pairMoved(matching);
  pairBest(matching, editCandidates(matching, [...before, ...after]));
  pairRewritten(matching);
  const { pairs } = matching;
  const [removed, added] = [[...matching.before.values()], [...matching.after.values()]];
  return { pairs, removed, added, renumbered: renumberedIn(matching) };
}
