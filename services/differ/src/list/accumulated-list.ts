import type { ListReading, Reading, SectionCount } from '#domain';
import { entryKey } from './entry-identity.ts';

function summed(before: readonly SectionCount[], added: readonly SectionCount[], replaced: number) {
  const counts = new Map(before.map(({ section, entries }) => [section, entries]));
  for (const { section, entries } of added) counts.set(section, (counts.get(section) ?? 0) + entries);
  const [first] = added;
  if (first) counts.set(first.section, (counts.get(first.section) ?? 0) - replaced);
  return [...counts].map(([section, entries]): SectionCount => ({ section, entries }));
}

/**
 * The list as it stands after a reading. One that holds only additions is laid over what was known: the base for the next
 * comparison is the whole list, not the last leaflet. Any other reading stands for itself. Pure.
 */
export function accumulated(before: Reading | undefined, after: Reading): Reading {
  if (after.kind !== 'list' || after.extent !== 'additions' || before?.kind !== 'list') return after;
  const renewed = new Set(after.entries.map(entryKey));
  const kept = before.entries.filter((entry) => !renewed.has(entryKey(entry)));
  const { extent: _, ...list } = after;
  const whole: ListReading = {
    ...list,
    entries: [...kept, ...after.entries],
    sections: summed(before.sections, after.sections, before.entries.length - kept.length),
  };
  return before.extent === undefined ? whole : { ...whole, extent: before.extent };
}
