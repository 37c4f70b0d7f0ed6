import type { ListReading } from '#domain';
import type { SourceGuard } from '#sources';
import { entryKey } from './entry-identity.ts';

export type ListVerdict = { readonly kind: 'plausible' } | { readonly kind: 'implausible'; readonly because: string };

/** A section of at least this many entries does not vanish by law in one step. */
const LARGE_SECTION = 10;
/** From this size on, a section is watched on its own: half of it does not vanish by law in one step. */
const WATCHED_SECTION = 20;
const SECTION_LOSS_SHARE = 0.5;

const implausible = (because: string): ListVerdict => ({ kind: 'implausible', because });
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Share of the earlier entries whose key is gone. Renames count as lost: a column read wrongly renames everything. */
function lostShare(before: ListReading, after: ListReading): number {
  if (before.entries.length === 0) return 0;
  const kept = new Set(after.entries.map(entryKey));
  const lost = before.entries.filter((entry) => !kept.has(entryKey(entry))).length;
  return lost / before.entries.length;
}

/** Titles under which the later reading says that a part was lifted, and the earlier did not; often shorter than the part's own. */
function newlyLifted(before: ListReading, after: ListReading): readonly string[] {
  const lifted = (reading: ListReading) =>
    reading.sections.filter((part) => part.lifted === true).map(({ section }) => section);
  const earlier = new Set(lifted(before));
  return lifted(after).filter((section) => !earlier.has(section));
}

function vanishedSection(before: ListReading, after: ListReading): string | undefined {
  const counts = new Map(after.sections.map(({ section, entries }) => [section, entries]));
  const lifted = newlyLifted(before, after);
  for (const { section, entries } of before.sections) {
    if (lifted.some((title) => section.startsWith(title))) continue;
    const left = counts.get(section) ?? 0;
    if (before.sectionsAreLists && entries > 0 && !counts.has(section)) return `list ${section} is missing`;
    if (entries >= LARGE_SECTION && left === 0) return `section ${section} with ${entries} entries vanished`;
    const lost = (entries - left) / entries;
    if (entries >= WATCHED_SECTION && lost > SECTION_LOSS_SHARE)
      return `section ${section} lost ${percent(lost)} of ${entries}`;
  }
  return undefined;
}

/**
 * Whether a list may be compared at all. Implausible: empty, fewer entries than the guard allows, more of the last accepted
 * reading gone than the guard allows, or a large section gone, whole or by half. It is then held, never announced.
 */
export function guardList(before: ListReading | undefined, after: ListReading, guard: SourceGuard): ListVerdict {
  const count = after.entries.length;
  if (count === 0) return implausible('the list is empty');
  // What a designation adds may be a single entity, and says nothing about the others.
  if (after.extent === 'additions') return { kind: 'plausible' };
  if (count < guard.minEntries) return implausible(`${count} entries, fewer than the ${guard.minEntries} expected`);
  if (!before) return { kind: 'plausible' };
  const lost = lostShare(before, after);
  if (lost > guard.maxLossShare) {
    return implausible(
      `${percent(lost)} of ${before.entries.length} entries are gone, at most ${percent(guard.maxLossShare)} may`,
    );
  }
  const vanished = vanishedSection(before, after);
  return vanished === undefined ? { kind: 'plausible' } : implausible(vanished);
}
