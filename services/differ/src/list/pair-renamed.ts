import type { ListEntry } from '#domain';
import { foldedName, listOf } from './entry-identity.ts';
import type { EntryPair, Pairing, Unpaired } from './entry-pair.ts';
import { coreName } from './name-similarity.ts';
import { renameEvidence, tellingAddresses } from './rename-evidence.ts';

/** A mark shared by more entries than this (a citation of a large rule) leads to no candidates on its own. */
const MAX_SHARERS = 60;
/** Rows of running text have no marks; lists of them are short, and longer ones are not searched. */
const MAX_WORDED = 400;

function marksOf(entry: ListEntry): readonly string[] {
  const list = listOf(entry);
  if (entry.wording !== undefined) return [`${list}\u001fworded`];
  const names = [entry.name, ...entry.aliases].map((name) => `n${foldedName(name)}`);
  const addresses = tellingAddresses(entry).map((address) => `a${address}`);
  const citations = entry.citations.map((citation) => `c${foldedName(citation)}`);
  const native = entry.nativeName === undefined ? [] : [`o${foldedName(entry.nativeName)}`];
  const core = coreName(entry.name);
  return [...new Set([...names, ...addresses, ...citations, ...native, ...(core === '' ? [] : [`k${core}`])])].map(
    (mark) => `${list}\u001f${mark}`,
  );
}

interface Candidate extends EntryPair {
  readonly rank: number;
}

function candidatesOf(unpaired: Unpaired): readonly Candidate[] {
  const marked = unpaired.after.flatMap((entry) => marksOf(entry).map((mark) => ({ mark, entry })));
  const byMark = Map.groupBy(marked, ({ mark }) => mark);
  const candidates: Candidate[] = [];
  for (const before of unpaired.before) {
    const others = new Set<ListEntry>();
    for (const mark of marksOf(before)) {
      const sharers = byMark.get(mark) ?? [];
      if (sharers.length > (before.wording === undefined ? MAX_SHARERS : MAX_WORDED)) continue;
      for (const { entry } of sharers) others.add(entry);
    }
    for (const after of others) {
      const evidence = renameEvidence(before, after);
      if (evidence) candidates.push({ before, after, ...evidence });
    }
  }
  return candidates.sort((a, b) => b.rank - a.rank);
}

/** Pairs what is left by proof that two names are one party: the surest first, each entry once. */
export function pairRenamed(unpaired: Unpaired): Pairing {
  const pairs: EntryPair[] = [];
  const usedBefore = new Set<ListEntry>();
  const usedAfter = new Set<ListEntry>();
  for (const { before, after, doubt } of candidatesOf(unpaired)) {
    if (usedBefore.has(before) || usedAfter.has(after)) continue;
    usedBefore.add(before);
    usedAfter.add(after);
    pairs.push({ before, after, ...(doubt === undefined ? {} : { doubt }) });
  }
  return {
    pairs,
    before: unpaired.before.filter((entry) => !usedBefore.has(entry)),
    after: unpaired.after.filter((entry) => !usedAfter.has(entry)),
  };
}
