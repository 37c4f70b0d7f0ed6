/** Draws from a generator with a known start: every run measures the same. */
export interface Draw {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** Uniform among the values. */
  one<Value>(values: readonly Value[]): Value;
  /** Few of the values are drawn often and most seldom, as with places and goods: rank r weighs 1/r. */
  popular<Value>(values: readonly Value[]): Value;
  between(least: number, most: number): number;
}

/** Source of the generator: mulberry32, public domain. */
export function seeded(seed: number): Draw {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <Value>(values: readonly Value[], index: number): Value => {
    const value = values[Math.min(index, values.length - 1)];
    if (value === undefined) throw new Error('nothing to draw from');
    return value;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    one: (values) => at(values, Math.floor(next() * values.length)),
    popular: (values) => at(values, Math.floor((values.length + 1) ** next()) - 1),
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
  };
}
