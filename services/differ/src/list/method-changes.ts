import type { ListEntry } from '#domain';
import { layoutGroupOf } from './detail-differences.ts';
import type { EntryPair } from './entry-pair.ts';
import { missingFrom } from './name-differences.ts';

const COLUMNS = ['aliases', 'addresses'] as const;

/** So many parties, and more than this share of a list, do not move or take other names on one day. */
const METHOD_ENTRIES = 20;
const METHOD_SHARE = 0.5;

function differs({ before, after }: EntryPair, column: (typeof COLUMNS)[number]): boolean {
  const [one, other]: readonly (readonly string[])[] = [before[column], after[column]];
  if (!one || !other || one === other) return false;
  return missingFrom(one, other).length + missingFrom(other, one).length > 0;
}

/**
 * Pairs without what the publisher prints by another method since: where the names or addresses of more than half of a list came
 * out differently at once, the later ones stand for both. The other columns of the list are compared as always.
 * @param altered those of the pairs that are not alike to the letter
 */
export function withoutMethodChanges(pairs: readonly EntryPair[], altered: readonly EntryPair[]): readonly EntryPair[] {
  if (altered.length < METHOD_ENTRIES) return altered;
  const sizes = Map.groupBy(pairs, ({ after }) => layoutGroupOf(after));
  const reprinted = new Map<string, (typeof COLUMNS)[number][]>();
  for (const [list, own] of Map.groupBy(altered, ({ after }) => layoutGroupOf(after))) {
    const least = Math.max(METHOD_ENTRIES, METHOD_SHARE * (sizes.get(list)?.length ?? 0) + 1);
    const columns = COLUMNS.filter(
      (column) => own.length >= least && own.filter((pair) => differs(pair, column)).length >= least,
    );
    if (columns.length > 0) reprinted.set(list, columns);
  }
  if (reprinted.size === 0) return altered;
  return altered.map((pair) => ({
    ...pair,
    before: withColumnsOf(pair.before, pair.after, reprinted.get(layoutGroupOf(pair.after)) ?? []),
  }));
}

function withColumnsOf(entry: ListEntry, other: ListEntry, columns: readonly (typeof COLUMNS)[number][]): ListEntry {
  return { ...entry, ...Object.fromEntries(columns.map((column) => [column, other[column]])) };
}
