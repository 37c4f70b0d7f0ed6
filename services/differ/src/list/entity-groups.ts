import { foldName, type ListEntry } from '#domain';

const groupOf = ({ list, name }: ListEntry): string => `${list}\u001f${foldName(name)}`;

/**
 * Group ids of new entries whose party stands under several countries of its list: entries are counted apart from entities, and
 * two entries of one name are two (89 FR 14403: two entities under seven entries). An entry that stands alone has none. Pure.
 * @param listed every entry of the newer reading, the new ones among them
 */
export function entityGroups(
  added: readonly ListEntry[],
  listed: readonly ListEntry[],
): ReadonlyMap<ListEntry, string> {
  const countries = new Map(added.map((entry) => [groupOf(entry), new Set<string>()]));
  for (const entry of listed) {
    if (entry.country !== undefined && entry.parent === undefined) countries.get(groupOf(entry))?.add(entry.country);
  }
  const isGrouped = (entry: ListEntry) => (countries.get(groupOf(entry))?.size ?? 0) > 1;
  return new Map(added.filter(isGrouped).map((entry) => [entry, foldName(entry.name)]));
}
