import { compactText, type ListEntry } from '#domain';
import { entryKey, foldedName, identityOf, isOfOneKey } from './entry-identity.ts';
import type { EntryPair, Pairing } from './entry-pair.ts';
import { wordOverlap, wordsOf } from './name-similarity.ts';

/** Beyond this many candidate pairs of one key, only equal content is paired: no list repeats a name so often. */
const MAX_CANDIDATES = 2_500;

/** Everything that is compared, without citations and places, in one order and one form. */
function contentOf(entry: ListEntry): string {
  const { name, wording, licenseRequirement, licenseReviewPolicy, parent, validFrom, validTo, section } = entry;
  const words = [name, wording, licenseRequirement, licenseReviewPolicy, parent, validFrom, validTo, section];
  const details = Object.entries(entry.details).map(([column, text]) => `${column}:${compactText(text)}`);
  const sets = [entry.aliases.map(foldedName), entry.addresses.map(foldedName), entry.footnotes, details];
  return JSON.stringify([
    words.map((text) => (text === undefined ? undefined : compactText(text))),
    sets.map((set) => set.toSorted()),
  ]);
}

/** Share of the columns of either that say the same in both. */
function detailOverlap(before: ListEntry, after: ListEntry): number {
  const columns = Object.keys({ ...before.details, ...after.details });
  const same = columns.filter(
    (column) => compactText(before.details[column] ?? '') === compactText(after.details[column] ?? ''),
  );
  return columns.length === 0 ? 0 : same.length / columns.length;
}

function likeness(before: ListEntry, after: ListEntry): number {
  const sameParent = foldedName(before.parent ?? '') === foldedName(after.parent ?? '') ? 1 : 0;
  const sameSection = before.section === after.section ? 1 : 0;
  const addresses = wordOverlap(wordsOf(before.addresses.join(' ')), wordsOf(after.addresses.join(' ')));
  const aliases = wordOverlap(wordsOf(before.aliases.join(' ')), wordsOf(after.aliases.join(' ')));
  const citations = new Set(before.citations).intersection(new Set(after.citations)).size > 0 ? 0.5 : 0;
  return sameParent + sameSection + addresses + aliases + citations + detailOverlap(before, after);
}

/** Entries of one key: those of equal content first, then the likest; what is over on one side stays unpaired. */
function pairWithin(before: readonly ListEntry[], after: readonly ListEntry[]): Pairing {
  const pairs: EntryPair[] = [];
  const byContent = Map.groupBy(after, contentOf);
  const left = before.filter((entry) => {
    const twin = byContent.get(contentOf(entry))?.shift();
    if (twin) pairs.push({ before: entry, after: twin });
    return !twin;
  });
  const taken = new Set(pairs.map((pair) => pair.after));
  const right = after.filter((entry) => !taken.has(entry));
  if (left.length * right.length > MAX_CANDIDATES) return { pairs, before: left, after: right };
  const ranked = left
    .flatMap((one) => right.map((other) => ({ before: one, after: other, rank: likeness(one, other) })))
    .sort((a, b) => b.rank - a.rank);
  const usedBefore = new Set<ListEntry>();
  for (const { before: one, after: other } of ranked) {
    if (usedBefore.has(one) || taken.has(other)) continue;
    usedBefore.add(one);
    taken.add(other);
    pairs.push({ before: one, after: other });
  }
  return {
    pairs,
    before: left.filter((entry) => !usedBefore.has(entry)),
    after: right.filter((entry) => !taken.has(entry)),
  };
}

/** Entries of one identity, by key: the same name in several lists, or under several countries. */
function pairByWholeKey(before: readonly ListEntry[], after: readonly ListEntry[]): Pairing {
  const afterByKey = Map.groupBy(after, entryKey);
  const beforeByKey = Map.groupBy(before, entryKey);
  const within = [...beforeByKey].map(([key, ours]) => pairWithin(ours, afterByKey.get(key) ?? []));
  return {
    pairs: within.flatMap(({ pairs }) => pairs),
    before: within.flatMap((pairing) => pairing.before),
    after: [
      ...within.flatMap((pairing) => pairing.after),
      ...[...afterByKey].flatMap(([key, theirs]) => (beforeByKey.has(key) ? [] : theirs)),
    ],
  };
}

/** One entry, or more where several share an identity: nearly all stand alone, and 26,000 arrays of one are not made. */
type Sharers = ListEntry | readonly ListEntry[];

const isAlone = (sharers: Sharers): sharers is ListEntry => !Array.isArray(sharers);
const allOf = (sharers: Sharers): readonly ListEntry[] => (isAlone(sharers) ? [sharers] : sharers);

/** By identity alone, which is at hand: a whole key would have to be written and hashed for each of 26,000 entries. */
function byIdentity(entries: readonly ListEntry[]): ReadonlyMap<string, Sharers> {
  const sharers = new Map<string, ListEntry | ListEntry[]>();
  for (const entry of entries) {
    const identity = identityOf(entry);
    const known = sharers.get(identity);
    if (known === undefined) sharers.set(identity, entry);
    else if (Array.isArray(known)) known.push(entry);
    else sharers.set(identity, [known, entry]);
  }
  return sharers;
}

/** Pairs entries of equal key. Order plays no part; a name that occurs twice is told apart by its content. */
export function pairByKey(before: readonly ListEntry[], after: readonly ListEntry[]): Pairing {
  const afterById = byIdentity(after);
  const beforeById = byIdentity(before);
  const pairs: EntryPair[] = [];
  const lost: ListEntry[] = [];
  const found: ListEntry[] = [];
  for (const [identity, ours] of beforeById) {
    const theirs = afterById.get(identity) ?? [];
    if (isAlone(ours) && isAlone(theirs) && isOfOneKey(ours, theirs)) {
      pairs.push({ before: ours, after: theirs });
      continue;
    }
    const within = pairByWholeKey(allOf(ours), allOf(theirs));
    pairs.push(...within.pairs);
    lost.push(...within.before);
    found.push(...within.after);
  }
  for (const [identity, theirs] of afterById) if (!beforeById.has(identity)) found.push(...allOf(theirs));
  return { pairs, before: lost, after: found };
}
