import type { TextReading } from '#domain';
import type { SourceGuard } from '#sources';
import { substanceOfProvision } from './substance.ts';

/** Whether a reading may be compared, or must be held for a person. */
export type TextVerdict = { readonly kind: 'plausible' } | { readonly kind: 'implausible'; readonly because: string };

/** A country list this long does not empty itself in one amendment. */
const LIST_WORTH_GUARDING = 3;
/** The least countries of a table, and the largest share of them that one amendment may mark anew. */
const TABLE_WORTH_GUARDING = 20;
const MAX_REMARKED_SHARE = 0.5;

function implausible(because: string): TextVerdict {
  return { kind: 'implausible', because };
}

/** Units of the earlier reading of which neither label nor words are left; renumbered and rewritten units are not lost. */
function lostShare(before: TextReading, after: TextReading): number {
  const labels = new Set(after.provisions.map((provision) => provision.label));
  const words = new Set(after.provisions.map((provision) => substanceOfProvision(provision, after.lang)));
  const lost = before.provisions.filter(
    (provision) => !labels.has(provision.label) && !words.has(substanceOfProvision(provision, before.lang)),
  );
  return before.provisions.length === 0 ? 0 : lost.length / before.provisions.length;
}

/** A unit newly printed with `* * * * *` under which units are gone: the publisher left words out, it did not repeal them. */
function newlyElided(before: TextReading, after: TextReading): string | undefined {
  const old = new Map(before.provisions.map((provision) => [provision.label, provision]));
  const elided = after.provisions.filter(({ isElided, label }) => isElided && !old.get(label)?.isElided);
  if (elided.length === 0) return undefined;
  const labels = new Set(after.provisions.map(({ label }) => label));
  const lost = before.provisions.filter(({ label }) => !labels.has(label));
  return elided.find(({ label }) => lost.some((unit) => unit.label.startsWith(label)))?.label;
}

/** Share of a table's countries whose marks all moved at once: a column that slipped, not a law. */
function remarkedShare(before: TextReading, after: TextReading): number {
  const marked = (reading: TextReading) => reading.provisions.filter(({ marks }) => marks !== undefined);
  const old = new Map(marked(before).map(({ label, marks = [] }) => [label, [...marks].sort().join()]));
  const known = marked(after).filter(({ label }) => old.has(label));
  const moved = known.filter(({ label, marks = [] }) => old.get(label) !== [...marks].sort().join());
  return known.length < TABLE_WORTH_GUARDING ? 0 : moved.length / known.length;
}

function listLengths(reading: TextReading): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const { list } of reading.provisions) if (list !== undefined) lengths.set(list, (lengths.get(list) ?? 0) + 1);
  return lengths;
}

/**
 * Judges a reading by itself and against the last accepted one: too few units, too large a share of the text gone at once,
 * or a country list emptied. A half-read law must never read as a repeal. The bounds are those of the source.
 */
export function guardText(
  before: TextReading | undefined,
  after: TextReading,
  guard: Pick<SourceGuard, 'minEntries' | 'maxLossShare'>,
): TextVerdict {
  const count = after.provisions.length;
  if (count < guard.minEntries) return implausible(`${count} units, fewer than the ${guard.minEntries} expected`);
  if (!before) return { kind: 'plausible' };
  const share = lostShare(before, after);
  if (share > guard.maxLossShare) {
    return implausible(`${Math.round(share * 100)}% of the units are gone, more than ${guard.maxLossShare * 100}%`);
  }
  const elided = newlyElided(before, after);
  if (elided !== undefined) return implausible(`words of ${elided} are left out (* * * * *), and units are gone there`);
  const remarked = remarkedShare(before, after);
  if (remarked > MAX_REMARKED_SHARE) {
    return implausible(`${Math.round(remarked * 100)}% of the countries of a table are marked anew`);
  }
  const now = listLengths(after);
  const emptied = [...listLengths(before)].find(([list, length]) => length >= LIST_WORTH_GUARDING && !now.has(list));
  return emptied
    ? implausible(`${emptied[0]} named ${emptied[1]} countries and now names none`)
    : { kind: 'plausible' };
}
