import type { Direction } from '#domain';
import { effectAt } from './exclusion.ts';
import { type Limit, limitsOf } from './limit.ts';

/** A limit that moved while all around it stayed. */
export interface MovedLimit {
  readonly from: Limit;
  readonly to: Limit;
  /** What a value in the newer unit is multiplied by to be one in the older unit. */
  readonly scale: number;
  readonly direction: Direction;
}

const POWERS: Readonly<Record<string, number>> = {
  f: -15,
  p: -12,
  n: -9,
  nano: -9,
  u: -6,
  µ: -6,
  μ: -6,
  micro: -6,
  m: -3,
  milli: -3,
  c: -2,
  k: 3,
  kilo: 3,
  M: 6,
  mega: 6,
  G: 9,
  giga: 9,
  T: 12,
  tera: 12,
  P: 15,
  E: 18,
};
const SCALED =
  /^(f|p|nano|n|micro|u|µ|μ|milli|m|kilo|k|mega|M|giga|G|tera|T|P|E)?(Hz|hertz|m|met(?:er|re)s?|W|watts?|VA|V|A|J|Pa|s|g|H|T|F|Bq|Ci|Gy|Sv|eV|mol|bits?|bit\/s|b\/s)$/u;

function baseOf(unit: string): { readonly base: string; readonly power: number } {
  if (/^(?:%|percent|per cent|percentage points?)$/iu.test(unit)) return { base: 'percent', power: 0 };
  const found = SCALED.exec(unit);
  return found ? { base: found[2] ?? unit, power: POWERS[found[1] ?? ''] ?? 0 } : { base: unit, power: 0 };
}

/** `to / from`: 1 where only the unit was written another way; `undefined` where the units measure different things. */
function ratio(from: Limit, to: Limit): number | undefined {
  const [old, now] = [baseOf(from.unit), baseOf(to.unit)];
  return old.base === now.base ? 10 ** (now.power - old.power) : undefined;
}

function masked(text: string, limits: readonly Limit[]): string {
  let out = '';
  let from = 0;
  for (const { at, end } of limits) {
    out += `${text.slice(from, at)}#`;
    from = end;
  }
  return out + text.slice(from);
}

/**
 * What a moved limit does. For "≥ X is controlled" a lower X tightens; for "≤ X" a higher one does; where the sentence takes
 * something out of the control it is the other way round. Without a comparator, or with words that can be read both ways,
 * it is `unknown`: never a guess. Source: the structure of 15 CFR 774 Supplement No. 1 and 734.4.
 */
export function directionOf(from: Limit, to: Limit, scale: number, effect: ReturnType<typeof effectAt>): Direction {
  if (to.comparator === undefined || from.comparator !== to.comparator || effect === 'unclear') return 'unknown';
  const hasRisen = to.value * scale > from.value;
  const isLowerBound = to.comparator === '>=' || to.comparator === '>';
  const widens = isLowerBound ? !hasRisen : hasRisen;
  return widens === (effect === 'controlled') ? 'tighten' : 'loosen';
}

/** Words by which a rule binds those it names. */
const BINDING =
  /\b(?:licen[sc]es? (?:is|are|requirements?)|required|prohibit(?:ed|s)?|must|shall|subject to|mandatory|restricted|denied|covered transaction)\b/iu;

/**
 * Limits that moved between two texts which are equal in all else. Made for text normalised by `substanceOf`.
 * @param outer texts of the units that hold the newer one, innermost first
 * @param isItem an item of a control list is controlled; a rule may define or allow, and only its words say that it binds
 * @returns `undefined` when anything else differs too: then no number is claimed. Empty: the same limits in other units.
 */
export function movedLimits(
  before: string,
  after: string,
  outer: readonly string[],
  isItem = true,
): readonly MovedLimit[] | undefined {
  const [old, now] = [limitsOf(before), limitsOf(after)];
  if (old.length === 0 || old.length !== now.length || masked(before, old) !== masked(after, now)) return undefined;
  const isBinding = isItem || BINDING.test([after, ...outer].join('\n'));
  const moved: MovedLimit[] = [];
  for (const [index, from] of old.entries()) {
    const to = now[index];
    if (!to) return undefined;
    const scale = ratio(from, to);
    if (scale === undefined) return undefined;
    const difference = Math.abs(to.value * scale - from.value);
    if (difference <= Math.abs(from.value) * 1e-9) continue;
    const effect = effectAt(after, to.at, outer);
    const known = isBinding || effect === 'excluded' ? effect : 'unclear';
    moved.push({ from, to, scale, direction: directionOf(from, to, scale, known) });
  }
  return moved;
}
