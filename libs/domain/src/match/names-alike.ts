import { type ComparableName, matchNames, SHORT_NAME } from '../impact/name-match.ts';
import type { NamePool } from './name-pool.ts';

/** How near a declared name comes to a listed one; the larger the nearer. */
export type Nearness = 1 | 2 | 3;

/** Nearness of equal names, of such as are possibly, and of such as are weakly alike. */
export const NEARNESS = { exact: 3, possible: 2, weak: 1 } as const;

/** Declared names that are, or resemble, one of the listed names, each with how near it comes at best. */
export function namesAlike(pool: NamePool, listed: readonly ComparableName[]): ReadonlyMap<number, Nearness> {
  const found = new Map<number, Nearness>();
  const note = (id: number, nearness: Nearness) => {
    if ((found.get(id) ?? 0) < nearness) found.set(id, nearness);
  };
  for (const name of listed) {
    for (const id of pool.withLetters(name.compact)) note(id, NEARNESS.exact);
    for (const id of candidates(pool, name)) {
      if (found.get(id) === NEARNESS.exact) continue;
      const match = matchNames(pool.nameAt(id), name);
      if (match !== undefined) note(id, NEARNESS[match.kind]);
    }
  }
  return found;
}

function candidates(pool: NamePool, name: ComparableName): Set<number> {
  const found = new Set<number>();
  for (const word of name.tokens) {
    if (word.length < SHORT_NAME) for (const id of pool.withLetters(word)) found.add(id);
  }
  if (name.compact.length < SHORT_NAME) {
    for (const id of pool.withShortWord(name.compact)) found.add(id);
    return found;
  }
  pool.addLike(name, found);
  return found;
}
