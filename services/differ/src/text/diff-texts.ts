import type { ChangeDraft, Provision, TextReading } from '#domain';
import { diffCountries } from './country-membership.ts';
import { pairUnits } from './pair-units.ts';
import { ancestorsOf, type Unit, unitsOf } from './unit.ts';
import { addition, changeOfPair, removal } from './unit-changes.ts';

/** A unit of an article is one rule with all below it; a line of a table is a good of its own. */
const OF_ARTICLE = /^第[一二三四五六七八九十百千]+条/;

/**
 * Units not inside another of the same news: a new row is told once, not once for each of its 号. Where the siblings of that
 * outer unit of a table were renumbered, its label tells a reader nothing, and each unit is told for itself.
 */
function topmost(
  units: readonly Unit[],
  reading: TextReading,
  renumbered: ReadonlySet<string | undefined>,
): readonly Unit[] {
  const labels = new Set(units.map((unit) => unit.provision.label));
  const byLabel = new Map<string, Provision>(reading.provisions.map((provision) => [provision.label, provision]));
  return units.filter(({ provision }) => {
    const outermost = ancestorsOf(provision, byLabel).findLast((label) => labels.has(label));
    if (outermost === undefined) return true;
    return !OF_ARTICLE.test(outermost) && renumbered.has(byLabel.get(outermost)?.parent);
  });
}

/** Provisions of the same news that stand in `unit`: they are told with it. */
function partsOf(unit: Unit, news: readonly Unit[]): readonly Provision[] {
  if (!unit.whole) return [];
  const inside = new Set([unit.provision.label]);
  return news
    .map(({ provision }) => provision)
    .filter(({ label, parent }) => parent !== undefined && inside.has(parent) && inside.add(label));
}

/**
 * Changes from one reading of a legal text to the next: edits in the order of the newer text, then what came, what went, and
 * the country lists. Identity is by label, then by content, so renumbering is followed and told to nobody, as are citations
 * that only follow a renumbering. What the readings merely print differently is no change. Pure: no clock, no I/O.
 */
export function diffTexts(before: TextReading, after: TextReading): ChangeDraft[] {
  const { pairs, removed, added, renumbered } = pairUnits(unitsOf(before), unitsOf(after));
  const order = new Map(after.provisions.map((provision, index) => [provision.label, index]));
  const position = (unit: Unit) => order.get(unit.provision.label) ?? 0;
  const edits = [...pairs]
    .sort((a, b) => position(a.after) - position(b.after))
    .map((unitPair) => changeOfPair(unitPair, after, renumbered.after.has(unitPair.after.provision.parent)))
    .filter((change) => change !== undefined);
  return [
    ...edits,
    ...topmost(added, after, renumbered.after).map((unit) => addition(unit, after, partsOf(unit, added))),
    ...topmost(removed, before, renumbered.before).map((unit) => removal(unit, after, partsOf(unit, removed))),
    ...diffCountries(before, after),
  ];
}
