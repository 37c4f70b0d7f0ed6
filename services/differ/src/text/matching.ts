import type { Unit } from './unit.ts';

/** One unit in both readings. */
export interface UnitPair {
  readonly before: Unit;
  readonly after: Unit;
}

/** The state of finding each unit of one reading in the other: what is still free on both sides, and the pairs so far. */
export interface Matching {
  readonly before: Map<string, Unit>;
  readonly after: Map<string, Unit>;
  readonly pairs: UnitPair[];
  /** Label before to label after, of all pairs so far. */
  readonly renamed: Map<string, string>;
}

/** Two units that may be one, and how much speaks for it. */
export interface Candidate extends UnitPair {
  readonly score: number;
}

export function matchingOf(before: readonly Unit[], after: readonly Unit[]): Matching {
  const byLabel = (units: readonly Unit[]) => new Map(units.map((unit) => [unit.provision.label, unit]));
  return { before: byLabel(before), after: byLabel(after), pairs: [], renamed: new Map() };
}

export function pair(matching: Matching, before: Unit, after: Unit): void {
  matching.before.delete(before.provision.label);
  matching.after.delete(after.provision.label);
  matching.pairs.push({ before, after });
  matching.renamed.set(before.provision.label, after.provision.label);
}

/** Pairs candidates from the likeliest down, each unit once. Equal scores keep their order, so the result is stable. */
export function pairBest(matching: Matching, candidates: readonly Candidate[]): void {
  for (const { before, after } of [...candidates].sort((a, b) => b.score - a.score)) {
    const free = matching.before.has(before.provision.label) && matching.after.has(after.provision.label);
    if (free) pair(matching, before, after);
  }
}

/** How near two places are: below units already paired 3, the same parent 2, the same root 1, else 0. */
export function nearness(matching: Matching, before: Unit, after: Unit): number {
  const { parent: from } = before.provision;
  const { parent: to } = after.provision;
  if (from !== undefined && matching.renamed.get(from) === to) return 3;
  if (from === to) return 2;
  return before.root === after.root || matching.renamed.get(before.root) === after.root ? 1 : 0;
}
