import type { ListEntry } from '#domain';
import type { Difference } from './entry-draft.ts';
import { entryFacts } from './entry-facts.ts';
import { foldedName, listOf } from './entry-identity.ts';
import type { EntryPair } from './entry-pair.ts';
import { missingFrom } from './name-differences.ts';

/** Entries that ceased to stand alone because another entry now names them as its alias. */
export interface Mergers {
  /** Each vanished entry with the pair it went into. */
  readonly intoPair: ReadonlyMap<ListEntry, EntryPair>;
  /** Folded aliases of a pair that a merger explains. */
  readonly explained: ReadonlyMap<EntryPair, ReadonlySet<string>>;
}

const gainKey = (entry: ListEntry, name: string): string => `${listOf(entry)}\u001f${foldedName(name)}`;

/**
 * Finds vanished entries among the aliases that surviving entries have gained (84 FR 43493: affiliates moved into the Huawei
 * entry). An alias that was there before explains nothing: then the entry was removed.
 */
export function findMergers(pairs: readonly EntryPair[], vanished: readonly ListEntry[]): Mergers {
  const intoPair = new Map<ListEntry, EntryPair>();
  const explained = new Map<EntryPair, Set<string>>();
  if (vanished.length === 0) return { intoPair, explained };
  const gains = new Map<string, EntryPair>();
  for (const pair of pairs) {
    if (pair.before.aliases === pair.after.aliases || pair.after.aliases.length === 0) continue;
    for (const alias of missingFrom(pair.after.aliases, pair.before.aliases))
      gains.set(gainKey(pair.after, alias), pair);
  }
  for (const entry of vanished) {
    const pair = gains.get(gainKey(entry, entry.name));
    if (!pair) continue;
    intoPair.set(entry, pair);
    const names = explained.get(pair) ?? new Set<string>();
    for (const name of [entry.name, ...entry.aliases]) names.add(foldedName(name));
    explained.set(pair, names);
  }
  return { intoPair, explained };
}

/** The vanished entry as moved into the other, which lists it still. */
export function mergerOf(entry: ListEntry, into: ListEntry): Difference {
  return {
    type: 'entity.moved_or_merged',
    direction: 'neutral',
    before: entryFacts(entry),
    after: { ...entryFacts(into), alias: entry.name },
  };
}
