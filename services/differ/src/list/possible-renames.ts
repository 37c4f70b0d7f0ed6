import type { ListEntry } from '#domain';
import { foldedName, listOf } from './entry-identity.ts';
import type { Unpaired } from './entry-pair.ts';
import { isPossibleRename } from './rename-evidence.ts';

const PREFIX_CHARS = 4;
const MAX_GROUP = 50;

/**
 * Removed and added entries with names so alike that they may be one party, each with a note naming the other. They are still
 * reported as removed and added: likeness of names is no proof.
 */
export function possibleRenames(unpaired: Unpaired): ReadonlyMap<ListEntry, string> {
  const blockOf = (entry: ListEntry) => `${listOf(entry)}\u001f${foldedName(entry.name).slice(0, PREFIX_CHARS)}`;
  const added = Map.groupBy(unpaired.after, blockOf);
  const notes = new Map<ListEntry, string>();
  for (const [block, removed] of Map.groupBy(unpaired.before, blockOf)) {
    const others = added.get(block) ?? [];
    if (removed.length > MAX_GROUP || others.length > MAX_GROUP) continue;
    for (const before of removed) {
      const after = others.find((other) => isPossibleRename(before, other));
      if (!after) continue;
      notes.set(before, `possible rename to "${after.name}"`);
      notes.set(after, `possible rename of "${before.name}"`);
    }
  }
  return notes;
}
