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
  /** Label after to label before, of all pairs so far. */
  readonly formerly: Map<string, string>;
}

/** Two units that may be one, and how much speaks for it. */
export interface Candidate extends UnitPair {
  readonly score: number;
}

export function matchingOf(before: readonly Unit[], after: readonly Unit[]): Matching {
  const byLabel = (units: readonly Unit[]) => new Map(units.map((unit) => [unit.provision.label, unit]));
  return { before: byLabel(before), after: byLabel(after), pairs: [], renamed: new Map(), formerly: new Map() };
}

export function pair(matching: Matching, before: Unit, after: Unit): void {
  matching.before.delete(before.provision.label);
  matching.after.delete(after.provision.label);
  matching.pairs.push({ before, after });
  matching.renamed.set(before.provision.label, after.provision.label);
  matching.formerly.set(after.provision.label, before.provision.label);
}

/** Pairs candidates from the likeliest down, each unit once. Equal scores keep their order, so the result is stable. */
export function pairBest(matching: Matching, candidates: readonly Candidate[]): void {
  for (const { before, after } of [...candidates].sort((a, b) => b.score - a.score)) {
    const free = matching.before.has(before.provision.label) && matching.after.has(after.provision.label);
    if (free) pair(matching, before, after);
  }
}

/** The nearness of two units whose parents are one unit. */
export const BELOW_ONE_PARENT = 3;

/** True where one of two parents with one label is known to be another unit now. */
function isElsewhere(matching: Matching, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined) return from !== to;
  return (matching.renamed.get(from) ?? from) !== to || (matching.formerly.get(to) ?? to) !== from;
}

/** How near two places are: below units already paired 3, the same parent 2, the same root 1, else 0. */
export function nearness(matching: Matching, before: Unit, after: Unit): number {
  const { parent: from } = before.provision;
  const { parent: to } = after.provision;
  if (from !== undefined && matching.renamed.get(from) === to) return BELOW_ONE_PARENT;
  if (from === to && !isElsewhere(matching, from, to)) return 2;
  return before.root === after.root || matching.renamed.get(before.root) === after.root ? 1 : 0;
}

/** Equal labels below parents of which one became another unit are two places; `第一号イ` follows its 第一号 when that moves. */
export function inOnePlace(matching: Matching, before: Unit, after: Unit): boolean {
  if (before.provision.label !== after.provision.label) return false;
  return !isElsewhere(matching, before.provision.parent, after.provision.parent);
}
