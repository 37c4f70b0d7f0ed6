/** When a source was known to answer. All instants are UTC, ISO 8601, in order. */
export interface GoodChecks {
  /** The last one before the period; undefined: none is known. */
  readonly before: string | undefined;
  readonly within: readonly string[];
  /** The first one after the period; undefined: none yet. */
  readonly after: string | undefined;
}

/** A time in which nobody looked, between two successful checks or up to an end of the period. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
}

export interface Coverage {
  /** Successful checks in the period. */
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Longest time between two successful checks that touches the period, whether or not it is within the limit. */
  readonly longest: Gap;
  /** All that are longer than the limit. Whole, also where they reach beyond the period. */
  readonly gaps: readonly Gap[];
}

/**
 * How well a period [from, to) was watched. The time before the first check reaches back to the last one before the period,
 * and the time after the last to the first one behind it; where there is none, to the end of the period itself.
 * @param limitSeconds the longest time without a successful check that the source allows
 */
export function coverageOf(
  { before, within, after }: GoodChecks,
  { from, to }: { readonly from: string; readonly to: string },
  limitSeconds: number,
): Coverage {
  const points = [before ?? from, ...within, after ?? to];
  const spans = points.slice(1).map((end, index) => gapBetween(points[index] ?? from, end));
  const [first = gapBetween(from, to)] = spans;
  return {
    count: within.length,
    first: within[0] ?? null,
    last: within.at(-1) ?? null,
    longest: spans.reduce((worst, one) => (one.seconds > worst.seconds ? one : worst), first),
    gaps: spans.filter(({ seconds }) => seconds > limitSeconds),
  };
}

function gapBetween(from: string, to: string): Gap {
  return { from, to, seconds: (Date.parse(to) - Date.parse(from)) / 1_000 };
}
