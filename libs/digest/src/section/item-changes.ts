import { type Change, type Direction, textsAt } from '#domain';
import { textsOfSides } from '../change-texts.ts';
import type { ItemChangeRow } from '../digest.ts';
import { clipped, valuesOf } from '../sentence/wording.ts';
import { type Impacts, lineOf } from './line.ts';

const ARROWS: Readonly<Record<Direction, ItemChangeRow['arrow']>> = {
  tighten: '▲',
  loosen: '▼',
  mixed: '◆',
  neutral: '=',
  unknown: '?',
};

const FAMILIES = ['item.', 'threshold.', 'rule.', 'country.', 'authorisation.', 'list.', 'change.'] as const;

/** @returns true for changes to items, thresholds, rules, country lists and authorisations. */
export function isItemChange({ type }: Change): boolean {
  return FAMILIES.some((family) => type.startsWith(family));
}

function rowOf(change: Change, impacts: Impacts): ItemChangeRow {
  const { from, to } = valuesOf(change, 'value', 'validTo', 'group');
  const sides = textsOfSides(change);
  return {
    ...lineOf(change, impacts),
    code: change.subject.label,
    before: from ?? clipped(sides?.before ?? ''),
    after: to ?? clipped(sides?.after ?? ''),
    unit: textsAt(change.after, 'unit')[0] ?? '',
    arrow: ARROWS[change.direction],
  };
}

/** The table of items, thresholds and rules with old and new value. */
export function itemChanges(changes: readonly Change[], impacts: Impacts): readonly ItemChangeRow[] {
  return changes.filter(isItemChange).map((change) => rowOf(change, impacts));
}
