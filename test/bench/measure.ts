/** Middle value; of an even count the lower of the two. NaN for none. */
export function medianOf(values: readonly number[]): number {
  return percentileOf(values, 50);
}

/** Nearest-rank percentile. NaN for no values. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that `work` took. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Median milliseconds of several runs, after one that is not counted. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(work));
  return medianOf(times);
}

/** An instant in milliseconds that can be compared between processes of one machine. */
export function instant(): number {
  return performance.timeOrigin + performance.now();
}
