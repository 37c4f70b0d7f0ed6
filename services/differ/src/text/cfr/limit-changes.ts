import type { ChangeDraft, Direction, JsonObject } from '#domain';
import type { MovedLimit } from './moved-limits.ts';

const PENAL = /\b(?:fines?|penalt(?:y|ies)|imprison(?:ed|ment))\b/iu;
/** Digits that a conversion between units may leave behind. */
const SIGNIFICANT = 12;

const rounded = (value: number): number => Number(value.toPrecision(SIGNIFICANT));

/** All that moved the same way, or `mixed`; one that could not be read makes the whole unknown. */
function directionOfAll(moved: readonly MovedLimit[]): Direction {
  const directions = new Set(moved.map(({ direction }) => direction));
  if (directions.has('unknown')) return 'unknown';
  const [first] = directions;
  return directions.size === 1 && first !== undefined ? first : 'mixed';
}

/** Both values in the unit the newer text prints. */
function valuesOf({ from, to, scale, direction }: MovedLimit): JsonObject {
  return {
    ...(to.parameter !== '' && { parameter: to.parameter }),
    ...(to.comparator !== undefined && { operator: to.comparator }),
    oldValue: rounded(from.value / scale),
    newValue: to.value,
    unit: to.unit === 'percent' ? '%' : to.unit,
    direction,
  };
}

/**
 * Turns a rewording in which only limits moved into `item.parameter_changed`, `threshold.changed` or, for a fine, `penalty.changed`. Where
 * no comparator could be read the direction is unknown and a person is asked.
 */
export function limitChange(wording: ChangeDraft, moved: readonly MovedLimit[], text: string): ChangeDraft {
  const [first, ...further] = moved;
  if (!first) return wording;
  const direction = directionOfAll(moved);
  const isItem = wording.subject.kind === 'item';
  const isPenal = !isItem && PENAL.test(text);
  const { direction: _, ...values } = valuesOf(first);
  return {
    ...wording,
    type: isItem ? 'item.parameter_changed' : isPenal ? 'penalty.changed' : 'threshold.changed',
    subject: isItem || isPenal ? wording.subject : { ...wording.subject, kind: 'threshold' },
    direction: isPenal ? penalDirection(moved) : direction,
    after: { ...wording.after, ...values, ...(further.length > 0 && { further: further.map(valuesOf) }) },
    ...(direction === 'unknown' &&
      !isPenal && {
        needsReview: true,
        notes: [...(wording.notes ?? []), 'the words around the number do not say which way it binds'],
      }),
  };
}

function penalDirection(moved: readonly MovedLimit[]): Direction {
  const risen = moved.map(({ from, to, scale }) => to.value * scale > from.value);
  if (risen.every(Boolean)) return 'tighten';
  return risen.some(Boolean) ? 'mixed' : 'loosen';
}
