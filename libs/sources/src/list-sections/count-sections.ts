import type { SectionCount } from '#domain';

/** Counts names, in the order in which each is first met. `known` sections that hold nothing are counted as 0. */
export function countSections(names: readonly string[], known: readonly string[] = []): readonly SectionCount[] {
  const counts = new Map(known.map((section) => [section, 0]));
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([section, entries]) => ({ section, entries }));
}
