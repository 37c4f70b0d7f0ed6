import type { ChangeDraft, Provision, TextReading } from '#domain';
import { diffCountries } from '../country-membership.ts';
import { pairUnits } from '../pair-units.ts';
import { partsOf, topmost } from '../topmost.ts';
import { type Unit, unitsOf } from '../unit.ts';
import { addition, commonTerms, removal } from '../unit-changes.ts';
import { countryDraft } from './country-changes.ts';
import { diffCountryMarks } from './country-marks.ts';
import { diffEntryAspects, withoutEntryAspects } from './entry-aspects.ts';
import { followFar } from './follow-far.ts';
import { withLineage } from './lineage.ts';
import { namedCountries } from './named-countries.ts';
import { changesOfCfrPair, namingText, ofParent } from './pair-changes.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { suspensionChange, suspensionsOf } from './suspension.ts';
import { newPointers, transferChange } from './transfer.ts';

/** The country that a row of a table is about: its first cell and nothing more. */
function countryRow(unit: Unit, around: Surroundings, came: boolean, reading: TextReading): ChangeDraft | undefined {
  if (!/ row /u.test(unit.provision.label)) return undefined;
  const [first = ''] = unit.substance.split(' | ');
  const [country] = namedCountries(first);
  if (country?.name !== first) return undefined;
  return countryDraft(namingText(unit, around), country, came, commonTerms(unit.provision, reading));
}

/** A section, appendix or entry under the same number, instrument and heading is the same, whatever moved into it or out of it. */
function isOneHeading({ provision: before }: Unit, { provision: after }: Unit): boolean {
  const isOutermost = before.parent === undefined && after.parent === undefined;
  return isOutermost && before.instrumentId === after.instrumentId && before.caption === after.caption;
}

/** A note that came or went is a change of what it stands under. */
function asRewording(draft: ChangeDraft, { aspect, kind }: Provision): ChangeDraft {
  if (aspect !== 'note') return draft;
  return { ...draft, type: kind === 'item' ? 'item.text_changed' : 'rule.text_changed', direction: 'unknown' };
}

const newsOf = (draft: ChangeDraft, provision: Provision): ChangeDraft =>
  ofParent(asRewording(draft, provision), provision);

/**
 * Changes from one reading of a CFR part to the next: edits in the order of the newer text, what came, what went, reasons for control and
 * license exceptions by entry, countries by table. Renumbering is followed; suspended text that vanishes is suspended, not
 * removed; an item that left for the other list is transferred. Pure: no clock, no I/O.
 */
export function diffCfr(before: TextReading, after: TextReading): ChangeDraft[] {
  const [old, now] = [withoutEntryAspects(before), withoutEntryAspects(after)];
  const near = pairUnits(unitsOf(old), unitsOf(now), isOneHeading);
  const far = followFar(near.removed, near.added);
  const { renumbered } = near;
  const pairs = [...near.pairs, ...far.pairs];
  const around = { before: surroundingsOf(old), after: surroundingsOf(now) };
  const order = new Map(now.provisions.map(({ label }, index) => [label, index]));
  const moved = pairs.map(({ before: from, after: to }) => [from.provision.label, to.provision.label] as const);
  const renumbers = moved.filter(([from, to]) => from !== to);
  const suspensions = suspensionsOf(before, after);
  const pointers = newPointers(pairs, far.added, around.after.rootOf);

  const edits = pairs
    .toSorted((a, b) => (order.get(a.after.provision.label) ?? 0) - (order.get(b.after.provision.label) ?? 0))
    .flatMap((unitPair) => changesOfCfrPair(unitPair, { after, around, renumbered: renumbers }));
  const came = topmost(far.added, now, renumbered.after).map((unit) => {
    const root = around.after.rootOf(unit.provision);
    if (suspensions.isReinstated(unit.provision, root)) {
      return suspensionChange(unit.provision, 'rule.reinstated', suspensions.noteOn(root, 'before'), after);
    }
    return (
      countryRow(unit, around.after, true, after) ??
      newsOf(addition(unit, after, partsOf(unit, far.added)), unit.provision)
    );
  });
  const went = topmost(far.removed, old, renumbered.before).map((unit) => {
    const root = around.before.rootOf(unit.provision);
    if (suspensions.isSuspended(unit.provision, root)) {
      return suspensionChange(unit.provision, 'rule.suspended', suspensions.noteOn(root, 'after'), after);
    }
    const pointer = pointers.near(unit.provision, root);
    const draft = newsOf(removal(unit, after, partsOf(unit, far.removed)), unit.provision);
    if (pointer && unit.provision.aspect === undefined) return transferChange(draft, pointer);
    return countryRow(unit, around.before, false, after) ?? draft;
  });
  const drafts = [
    ...edits,
    ...came,
    ...went,
    ...diffEntryAspects(before, after, new Map(moved)),
    ...diffCountryMarks(before, after),
    ...diffCountries(withoutMarks(before), withoutMarks(after)),
  ];
  return [...withLineage(drafts, before, after)];
}

function withoutMarks(reading: TextReading): TextReading {
  return { ...reading, provisions: reading.provisions.filter(({ marks }) => marks === undefined) };
}
