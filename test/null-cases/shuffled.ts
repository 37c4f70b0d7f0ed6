import type { Draw } from '../seeded.ts';

/** The same values in a drawn order (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], draw: Draw): Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = draw.between(0, last);
    const taken = order[at] as Value;
    order[at] = order[last] as Value;
    order[last] = taken;
  }
  return order;
}
