import type { ListEntry } from '#domain';
import { foldedName, listOf } from './entry-identity.ts';

const placeOf = (entry: ListEntry, name: string): string =>
  `${listOf(entry)}\u001f${entry.country ?? ''}\u001f${foldedName(name)}`;

/** Entries that came or went together with the entry they are printed under. */
export interface Hierarchy {
  /** Entries to report: each once, at its top. */
  readonly tops: readonly ListEntry[];
  /** Names printed under a top that came or went with it. */
  membersOf(top: ListEntry): readonly string[];
}

/** Folds entries under those of the same set that they are printed under: a new row is one change, however many it names. */
export function foldHierarchy(entries: readonly ListEntry[]): Hierarchy {
  const names = new Set(
    entries.filter(({ parent }) => parent === undefined).map((entry) => placeOf(entry, entry.name)),
  );
  const isMember = (entry: ListEntry) => entry.parent !== undefined && names.has(placeOf(entry, entry.parent));
  const members = Map.groupBy(entries.filter(isMember), (entry) => placeOf(entry, entry.parent ?? ''));
  return {
    tops: entries.filter((entry) => !isMember(entry)),
    membersOf: (top) =>
      top.parent === undefined ? (members.get(placeOf(top, top.name)) ?? []).map(({ name }) => name) : [],
  };
}
