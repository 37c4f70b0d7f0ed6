import type { Direction } from '#domain';
import { type Limit, type LimitOperator, limitsIn, withoutLimits } from './japanese-limits.ts';
import { inBaseUnit } from './si-prefix.ts';

/** A limit that moved while all around it stayed. */
export interface LimitChange {
  readonly from: Limit;
  readonly to: Limit;
  /** Effect on who is bound, when to be inside the limit means to be controlled. */
  readonly direction: Direction;
}

const LOWER_BOUND: ReadonlySet<LimitOperator> = new Set(['>=', '>']);

/** How often an exclusion turns the meaning of what stands at `at`: `（…以上のものを除く。）`. Undefined where the words do not say. */
function exclusionsAround(text: string, at: number): number | undefined {
  let depth = 0;
  let exclusions = 0;
  let from = at;
  for (let index = at; index <= text.length; index += 1) {
    const sign = text[index];
    if (sign === '(') depth += 1;
    if (sign === ')' && depth > 0) depth -= 1;
    else if (index === text.length || sign === ')') {
      const clause = withoutBrackets(text.slice(from, index));
      if (/(?:でない|しない)(?:もの|貨物|装置)/u.test(clause)) return undefined;
      if (/を除く|以外の/u.test(clause)) exclusions += 1;
      from = index + 1;
    }
  }
  return exclusions;
}

function withoutBrackets(text: string): string {
  let plain = text;
  for (let round = 0; round < 6; round += 1) plain = plain.replace(/\([^()]*\)/gu, '');
  return plain;
}

/** +1: more is inside the limit than before, -1: less, undefined: cannot be said. */
function widening(from: Limit, to: Limit): 1 | -1 | undefined {
  const isLower = LOWER_BOUND.has(from.operator);
  if (isLower !== LOWER_BOUND.has(to.operator)) return undefined;
  const [old, now] = [inBaseUnit(from), inBaseUnit(to)];
  if (old.unit !== now.unit) return undefined;
  if (old.value === now.value) return to.operator.length > from.operator.length ? 1 : -1;
  return now.value > old.value === isLower ? -1 : 1;
}

function directionOf(from: Limit, to: Limit, text: string): Direction {
  const wider = widening(from, to);
  const exclusions = exclusionsAround(text, to.end);
  if (wider === undefined || exclusions === undefined) return 'unknown';
  return (wider === 1) === (exclusions % 2 === 0) ? 'tighten' : 'loosen';
}

function isSame(from: Limit, to: Limit): boolean {
  const [old, now] = [inBaseUnit(from), inBaseUnit(to)];
  return from.operator === to.operator && old.unit === now.unit && old.value === now.value;
}

/**
 * Limits that moved between two Japanese texts equal in all else. Where reaching the limit means to be controlled, a lower
 * 以上 and a higher 以下 tighten; an exclusion (ものを除く) around it turns that. Made for text normalised by `substanceOf`.
 * @returns undefined when anything else differs too; nothing in the list when numbers are only spelt differently.
 */
export function movedLimits(before: string, after: string): readonly LimitChange[] | undefined {
  const [old, now] = [limitsIn(before), limitsIn(after)];
  if (old.length !== now.length || withoutLimits(before, old) !== withoutLimits(after, now)) return undefined;
  return old.flatMap((from, index) => {
    const to = now[index];
    return !to || isSame(from, to) ? [] : [{ from, to, direction: directionOf(from, to, after) }];
  });
}
