import type { Difference } from './entry-draft.ts';
import { entryFacts } from './entry-facts.ts';
import type { EntryPair } from './entry-pair.ts';
import { missingFrom } from './name-differences.ts';
import { wordOverlap, wordsOf } from './name-similarity.ts';

/** Addresses with this share of words in common are one address, reworded. */
const SAME_ADDRESS = 0.5;
/** Beyond this many, addresses are not matched against each other. */
const MAX_MATCHED = 100;

/** Words of an address; Japanese and Chinese are written without spaces, so each of their letters counts as a word. */
const addressWords = (address: string): ReadonlySet<string> =>
  wordsOf(address.replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, ' $& '));

interface Respelled {
  readonly from: string;
  readonly to: string;
}

function respelled(lost: readonly string[], gained: readonly string[]): readonly Respelled[] {
  if (lost.length === 0 || gained.length === 0 || Math.max(lost.length, gained.length) > MAX_MATCHED) return [];
  const words = new Map([...lost, ...gained].map((address) => [address, addressWords(address)]));
  const ranked = lost
    .flatMap((from) =>
      gained.map((to) => ({ from, to, rank: wordOverlap(words.get(from) ?? new Set(), words.get(to) ?? new Set()) })),
    )
    .filter(({ rank }) => rank >= SAME_ADDRESS)
    .sort((a, b) => b.rank - a.rank);
  const used = new Set<string>();
  return ranked.filter(({ from, to }) => {
    const isFree = !used.has(`<${from}`) && !used.has(`>${to}`);
    if (isFree) used.add(`<${from}`).add(`>${to}`);
    return isFree;
  });
}

/** Addresses gained, lost and reworded, one difference each. Order, spaces, case and punctuation are nothing. */
export function addressChanges({ before, after }: EntryPair): readonly Difference[] {
  const lost = missingFrom(before.addresses, after.addresses);
  const gained = missingFrom(after.addresses, before.addresses);
  const changed = respelled(lost, gained);
  const from = new Set(changed.map((pair) => pair.from));
  const to = new Set(changed.map((pair) => pair.to));
  const beforeFacts = (address: string) => ({ ...entryFacts(before), address });
  const afterFacts = (address: string) => ({ ...entryFacts(after), address });
  return [
    ...changed.map(
      (pair): Difference => ({
        type: 'entity.address_changed',
        direction: 'unknown',
        before: beforeFacts(pair.from),
        after: afterFacts(pair.to),
      }),
    ),
    ...gained
      .filter((address) => !to.has(address))
      .map(
        (address): Difference => ({ type: 'entity.address_added', direction: 'tighten', after: afterFacts(address) }),
      ),
    ...lost
      .filter((address) => !from.has(address))
      .map(
        (address): Difference => ({
          type: 'entity.address_removed',
          direction: 'loosen',
          before: beforeFacts(address),
        }),
      ),
  ];
}
