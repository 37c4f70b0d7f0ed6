import { type Candidate, inOnePlace, type Matching, nearness } from './matching.ts';
import { type Bigrams, similarity } from './similarity.ts';
import { isSameSort, type Unit } from './unit.ts';

/** Least likeness under one label; below it the label alone does not make two texts one unit. */
const SAME_LABEL = 0.35;
/** What an unchanged label is worth against a better likeness elsewhere. */
const LABEL_BONUS = 0.15;
/** Least likeness in distinctive words under another label, among siblings and among units without a parent. */
const MOVED_AMONG_SIBLINGS = 0.6;
const MOVED = 0.7;
/** Least likeness of two units with all they hold, under one label and under another with the same opening words. */
const WHOLE_SAME_LABEL = 0.2;
const WHOLE_SAME_WORDS = 0.3;
/** Shorter texts are too easily alike. */
const MIN_CHARS_TO_FOLLOW = 8;
/** More comparisons than any real amendment needs; above it only equal labels are compared. */
const MAX_COMPARISONS = 40_000;
/** Of a larger text every so-many-th unit is looked at to tell its boilerplate. */
const MAX_UNITS_COUNTED = 8_000;

function containerScore(before: Unit, after: Unit): number | undefined {
  const likeness = similarity(before.whole ?? before.bigrams, after.whole ?? after.bigrams);
  if (before.provision.label === after.provision.label) {
    return likeness >= WHOLE_SAME_LABEL ? likeness + LABEL_BONUS : undefined;
  }
  if (!before.whole || !after.whole) return undefined;
  const least = before.substance === after.substance ? WHOLE_SAME_WORDS : MOVED_AMONG_SIBLINGS;
  return likeness >= least ? likeness : undefined;
}

/** Pairs of units of which one at least holds others, judged by all they hold: their own words are often the same formula. */
export function containerCandidates(matching: Matching): readonly Candidate[] {
  const holding = [...matching.before.values()].filter((unit) => unit.whole);
  const bounded = holding.length * [...matching.after.values()].filter((unit) => unit.whole).length <= MAX_COMPARISONS;
  return [...matching.after.values()].flatMap((after) => {
    const same = matching.before.get(after.provision.label);
    const others = bounded && after.whole ? holding.filter((before) => before !== same) : [];
    const compared = same && (same.whole || after.whole) ? [same, ...others] : others;
    return compared
      .filter((before) => isSameSort(before, after))
      .flatMap((before) => {
        const score = containerScore(before, after);
        return score === undefined ? [] : [{ before, after, score }];
      });
  });
}

/** Runs of a text that few units share: boilerplate such as 経済産業省令で定めるもの makes no two units one. */
function distinctiveRuns(all: readonly Unit[]): (unit: Unit) => Bigrams {
  const every = Math.ceil(all.length / MAX_UNITS_COUNTED);
  const units = all.filter((_, at) => at % every === 0);
  const spread = new Map<string, number>();
  for (const unit of units) for (const run of unit.bigrams.keys()) spread.set(run, (spread.get(run) ?? 0) + 1);
  const most = Math.max(4, units.length * 0.05);
  const known = new Map<Unit, Bigrams>();
  return (unit) => {
    const runs = known.get(unit) ?? new Map([...unit.bigrams].filter(([run]) => (spread.get(run) ?? 0) <= most));
    known.set(unit, runs);
    return runs;
  };
}

/** Likeness that two units under different labels need; undefined where one cannot have become the other. */
function leastToMove(matching: Matching, before: Unit, after: Unit): number | undefined {
  if (!isSameSort(before, after)) return undefined;
  if (Math.min(before.substance.length, after.substance.length) < MIN_CHARS_TO_FOLLOW) return undefined;
  const [from, to] = [before.provision.parent, after.provision.parent];
  if (from === undefined && to === undefined) return MOVED;
  const near = from !== undefined && to !== undefined && nearness(matching, before, after) > 0;
  return near ? MOVED_AMONG_SIBLINGS : undefined;
}

/** Pairs among the units still free that may be one unit with new words. */
export function editCandidates(matching: Matching, all: readonly Unit[]): readonly Candidate[] {
  if (matching.before.size === 0 || matching.after.size === 0) return [];
  const runsOf = distinctiveRuns(all);
  const bounded = matching.before.size * matching.after.size <= MAX_COMPARISONS;
  return [...matching.after.values()].flatMap((after) => {
    const namesake = matching.before.get(after.provision.label);
    const same = namesake && inOnePlace(matching, namesake, after) ? namesake : undefined;
    const candidates: Candidate[] = [];
    for (const before of bounded ? matching.before.values() : same ? [same] : []) {
      const least = before === same ? SAME_LABEL : leastToMove(matching, before, after);
      if (least === undefined || !isSameSort(before, after)) continue;
      const likeness =
        before === same ? similarity(before.bigrams, after.bigrams) : similarity(runsOf(before), runsOf(after));
      if (likeness >= least) candidates.push({ before, after, score: likeness + (before === same ? LABEL_BONUS : 0) });
    }
    return candidates;
  });
}
