import { isReworded } from './detail-differences.ts';
import type { EntryPair } from './entry-pair.ts';

/** Name under which a list's stamps are left out of its comparison. */
export const STAMP = 'stamp';

/** So many rows are not amended at once without one of them saying more or less than before. */
const REISSUED_ROWS = 20;

/** Whether the publisher marks the row as edited since. */
export function isRestamped({ before, after }: EntryPair): boolean {
  return before.stamp !== undefined && after.stamp !== undefined && before.stamp !== after.stamp;
}

/** Lists that were processed anew: many rows are stamped again and say what they said. Their stamps prove nothing. */
export function reissuedLists(pairs: readonly EntryPair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    if (isRestamped(pair) && !isReworded(pair)) counts.set(pair.after.list, (counts.get(pair.after.list) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, n]) => n >= REISSUED_ROWS).map(([list]) => [list, new Set([STAMP])]));
}
