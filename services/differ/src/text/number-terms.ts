import type { ChangeDraft, Direction, JsonObject } from '#domain';
import { type LimitChange, movedLimits } from './limit-changes.ts';
import { movedQuantities, type QuantityChange } from './quantities.ts';
import type { Lang } from './substance.ts';
import type { Unit } from './unit.ts';

const PENAL = /罰金|過料|拘禁刑|懲役|禁錮/;

/** What an edit comes to when only numbers moved: the terms in which it is told instead of as a change of wording. */
export type NumberTerms = Pick<ChangeDraft, 'type' | 'subject' | 'direction' | 'after'> &
  Partial<Pick<ChangeDraft, 'needsReview' | 'notes'>>;

/**
 * Terms of an edit in which nothing but numbers moved: a limit of a controlled item is `item.parameter_changed`, a fine or
 * a term of imprisonment `penalty.changed`, any other share or amount `threshold.changed`. Undefined when words changed too.
 */
export function numberTerms(old: Unit, now: Unit, lang: Lang, wording: ChangeDraft): NumberTerms | undefined {
  const limits = now.provision.kind === 'item' && lang === 'ja' ? movedLimits(old.substance, now.substance) : undefined;
  if (limits && limits.length > 0) return parameterTerms(limits, now, wording);
  const quantities = movedQuantities(old.substance, now.substance);
  return quantities && quantityTerms(quantities, now, wording);
}

/** True where two texts differ in nothing but how a number is spelt: 五〇〇万円 for 五百万円. */
export function onlyNumeralsDiffer(old: Unit, now: Unit, lang: Lang): boolean {
  return lang === 'ja' && movedLimits(old.substance, now.substance)?.length === 0;
}

function asParameter({ from, to, direction }: LimitChange): JsonObject {
  return {
    ...(to.parameter && { parameter: to.parameter }),
    operator: to.operator,
    ...(from.operator !== to.operator && { oldOperator: from.operator }),
    oldValue: from.value,
    newValue: to.value,
    unit: to.unit,
    ...(from.unit !== to.unit && { oldUnit: from.unit }),
    direction,
  };
}

function opposite(direction: Direction): Direction {
  return direction === 'tighten' ? 'loosen' : direction === 'loosen' ? 'tighten' : direction;
}

function jointly(directions: readonly Direction[]): Direction {
  const [first = 'unknown'] = directions;
  if (directions.includes('unknown')) return 'unknown';
  return directions.every((direction) => direction === first) ? first : 'mixed';
}

function parameterTerms(changes: readonly LimitChange[], unit: Unit, wording: ChangeDraft): NumberTerms {
  const exempts = unit.provision.additionEffect === 'loosen';
  const told = changes.map((change) => (exempts ? { ...change, direction: opposite(change.direction) } : change));
  const [first, ...further] = told.map(asParameter);
  const direction = jointly(told.map((change) => change.direction));
  return {
    type: 'item.parameter_changed',
    subject: wording.subject,
    direction,
    after: { ...wording.after, ...first, direction, ...(further.length > 0 && { further }) },
    ...(direction === 'unknown' && {
      needsReview: true,
      notes: [
        ...(wording.notes ?? []),
        'the words around a limit do not say on which side of it an item is controlled',
      ],
    }),
  };
}

function quantityTerms(changes: readonly QuantityChange[], unit: Unit, wording: ChangeDraft): NumberTerms {
  const penal = PENAL.test(unit.substance) && changes.every(({ from }) => from.unit !== '%');
  const [first, ...further] = changes.map(asQuantity);
  const risen = changes.every(({ from, to }) => to.value > from.value);
  const fallen = changes.every(({ from, to }) => to.value < from.value);
  return {
    type: penal ? 'penalty.changed' : 'threshold.changed',
    subject: penal ? wording.subject : { ...wording.subject, kind: 'threshold' },
    direction: penal && risen ? 'tighten' : penal && fallen ? 'loosen' : 'unknown',
    after: { ...wording.after, ...first, ...(further.length > 0 && { further }) },
  };
}

function asQuantity({ from, to }: QuantityChange): JsonObject {
  return { oldValue: from.value, newValue: to.value, unit: from.unit };
}
