import type { UnitPair } from '../matching.ts';
import { similarity } from '../similarity.ts';
import type { Unit } from '../unit.ts';

/** Least likeness of a rule that moved to another section with new words. */
const MOVED_FAR = 0.75;
/** Shorter paragraphs are alike by chance. */
const MIN_CHARS = 80;
const MAX_COMPARISONS = 40_000;

/** Units that went and came, after those that only moved far were taken out as pairs. */
export interface FarFollowed {
  readonly pairs: readonly UnitPair[];
  readonly removed: readonly Unit[];
  readonly added: readonly Unit[];
}

const wordsOf = (unit: Unit): string => unit.wholeSubstance;
const isWithin = (unit: Unit, outer: Unit): boolean =>
  unit !== outer && unit.provision.label.startsWith(`${outer.provision.label}(`);

/** Units below a moved one keep their own designations: `§ 736.2(b)(3)(i)` became `§ 734.9(c)(i)`. */
function innerPairs(moved: UnitPair, removed: readonly Unit[], added: readonly Unit[]): readonly UnitPair[] {
  const { before: from, after: to } = moved;
  const rest = new Map(
    added
      .filter((unit) => isWithin(unit, to))
      .map((unit) => [unit.provision.label.slice(to.provision.label.length), unit]),
  );
  return removed
    .filter((unit) => isWithin(unit, from))
    .flatMap((before) => {
      const after = rest.get(before.provision.label.slice(from.provision.label.length));
      return after ? [{ before, after }] : [];
    });
}

/**
 * Follows rules that moved to another section with changed words, by all they hold; the pairing within sections has not found
 * them. Each unit once, the likest first; what stands within a moved unit goes with it.
 */
export function followFar(removed: readonly Unit[], added: readonly Unit[]): FarFollowed {
  const long = (units: readonly Unit[]) =>
    units.filter((unit) => unit.provision.kind === 'rule' && wordsOf(unit).length >= MIN_CHARS);
  const [went, came] = [long(removed), long(added)];
  if (went.length * came.length > MAX_COMPARISONS) return { pairs: [], removed, added };
  const candidates = went
    .flatMap((before) =>
      came.map((after) => ({
        before,
        after,
        likeness: similarity(before.whole ?? before.bigrams, after.whole ?? after.bigrams),
      })),
    )
    .filter(({ before, after, likeness }) => likeness >= MOVED_FAR && before.root !== after.root)
    .sort((a, b) => b.likeness - a.likeness || wordsOf(b.before).length - wordsOf(a.before).length);
  const taken = new Set<Unit>();
  const pairs: UnitPair[] = [];
  const take = (pair: UnitPair) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return false;
    taken.add(pair.before).add(pair.after);
    pairs.push(pair);
    return true;
  };
  for (const { before, after } of candidates) {
    if (take({ before, after })) for (const inner of innerPairs({ before, after }, removed, added)) take(inner);
  }
  const isLeft = (unit: Unit) => !taken.has(unit);
  return { pairs, removed: removed.filter(isLeft), added: added.filter(isLeft) };
}
