import { compactText, type Direction, type ListEntry } from '#domain';
import type { Difference } from './entry-draft.ts';
import { entryFacts } from './entry-facts.ts';
import type { EntryPair } from './entry-pair.ts';

const same = (left: string | undefined, right: string | undefined): boolean =>
  left === right || compactText(left ?? '') === compactText(right ?? '');

/** Remaining columns whose words differ. Spaces, quotes, dashes and widths are nothing. */
export function changedDetails(pair: EntryPair, ignored: ReadonlySet<string>): readonly string[] {
  const columns = new Set([...Object.keys(pair.before.details), ...Object.keys(pair.after.details)]);
  return [...columns].filter(
    (column) => !ignored.has(column) && !same(pair.before.details[column], pair.after.details[column]),
  );
}

/** Whether a row of running text says something else. */
export function isReworded({ before, after }: EntryPair): boolean {
  const hasWording = before.wording !== undefined || after.wording !== undefined;
  return hasWording && !same(before.wording ?? before.name, after.wording ?? after.name);
}

/** A class free of duty left or entered; what else a detail does is not known. */
function dutyDirection({ before, after }: EntryPair): Direction {
  if (before.additionEffect === after.additionEffect) return 'unknown';
  return after.additionEffect === 'neutral' ? 'loosen' : 'tighten';
}

/** One difference for all that changed in the remaining columns and the wording of an entry. */
export function detailChange(
  pair: EntryPair,
  ignored: ReadonlySet<string>,
  extra: readonly string[] = [],
): readonly Difference[] {
  const columns = changedDetails(pair, ignored);
  const reworded = isReworded(pair);
  if (columns.length === 0 && extra.length === 0 && !reworded) return [];
  const facts = (entry: ListEntry) => ({
    ...entryFacts(entry),
    ...(reworded ? { wording: entry.wording ?? entry.name } : {}),
    ...(extra.includes('validFrom') ? { validFrom: entry.validFrom ?? '' } : {}),
    ...(columns.length === 0
      ? {}
      : { details: Object.fromEntries(columns.map((column) => [column, entry.details[column] ?? ''])) }),
  });
  return [
    {
      type: 'entity.detail_changed',
      direction: dutyDirection(pair),
      before: facts(pair.before),
      after: facts(pair.after),
    },
  ];
}

/** A column filled or emptied in more than half of a list's entries at once is the publisher's layout, not news of each party. */
const LAYOUT_SHARE = 0.5;
const LAYOUT_ENTRIES = 20;

/** Entries that are printed with the same columns: those of one list, and of one part of it. */
export function layoutGroupOf({ list, section = '' }: ListEntry): string {
  return `${list}\u001f${section}`;
}

/**
 * Columns, by {@link layoutGroupOf}, that this capture filled or emptied throughout. They are not compared.
 * @param altered those of the pairs that are not alike to the letter
 */
export function layoutColumns(
  pairs: readonly EntryPair[],
  altered: readonly EntryPair[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const turned = new Map<string, Map<string, number>>();
  for (const { before, after } of altered) {
    const list = layoutGroupOf(after);
    const columns = new Set(Object.keys(before.details)).symmetricDifference(new Set(Object.keys(after.details)));
    if (columns.size === 0) continue;
    const counts = turned.get(list) ?? new Map<string, number>();
    turned.set(list, counts);
    for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  if (turned.size === 0) return new Map();
  const sizes = Map.groupBy(pairs, ({ after }) => layoutGroupOf(after));
  const isLayout = (list: string, count: number) =>
    count >= LAYOUT_ENTRIES && count > LAYOUT_SHARE * (sizes.get(list)?.length ?? 0);
  return new Map(
    [...turned].map(([list, counts]) => [
      list,
      new Set([...counts].filter(([, n]) => isLayout(list, n)).map(([column]) => column)),
    ]),
  );
}
