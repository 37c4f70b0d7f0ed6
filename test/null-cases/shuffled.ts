import type { Draw } from '../seeded.ts';

/** The same values in a drawn order (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], draw: Draw): Value[] {
  const rest = [...values];
  const order: Value[] = [];
  while (rest.length > 0) {
    const at = draw.between(0, rest.length - 1);
    const [last] = rest.splice(-1);
    const taken = at === rest.length ? last : rest[at];
    if (at < rest.length && last !== undefined) rest[at] = last;
    if (taken !== undefined) order.push(taken);
  }
  return order;
}
