import type { ChangeDraft, TextReading } from '#domain';
import { diffCfr } from './cfr/diff-cfr.ts';
import { diffCountries } from './country-membership.ts';
import { pairUnits } from './pair-units.ts';
import { partsOf, topmost } from './topmost.ts';
import { type Unit, unitsOf } from './unit.ts';
import { addition, changeOfPair, removal } from './unit-changes.ts';

/**
 * Changes from one reading of a legal text to the next: edits in the order of the newer text, then what came, what went, and
 * the country lists. Identity is by label, then by content, so renumbering is followed and told to nobody, as are citations
 * that only follow a renumbering. What the readings merely print differently is no change. Pure: no clock, no I/O.
 */
export function diffTexts(before: TextReading, after: TextReading): ChangeDraft[] {
  if (after.lang === 'en') return diffCfr(before, after);
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
