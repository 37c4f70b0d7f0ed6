import type { Provision, TextReading } from '#domain';
import { ancestorsOf, type Unit } from './unit.ts';

/** A unit of an article is one rule with all below it; a line of a table is a good of its own. */
const OF_ARTICLE = /^第[一二三四五六七八九十百千]+条/;

/**
 * Units not inside another of the same news: a new row is told once, not once for each of its 号. Where the siblings of that
 * outer unit of a table were renumbered, its label tells a reader nothing, and each unit is told for itself.
 */
export function topmost(
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
export function partsOf(unit: Unit, news: readonly Unit[]): readonly Provision[] {
  if (!unit.isHolding) return [];
  const inside = new Set([unit.provision.label]);
  return news
    .map(({ provision }) => provision)
    .filter(({ label, parent }) => parent !== undefined && inside.has(parent) && inside.add(label));
}
