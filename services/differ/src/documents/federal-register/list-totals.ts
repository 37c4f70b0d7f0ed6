import { type ListCount, listCountsOf } from './list-counts.ts';

/** Totals a document states, by fact name: `entitiesAdded`, `entriesAdded`, `entriesRevised`, `personsRemoved`, `meuAdded` ... */
export type ListTotals = Readonly<Record<string, number>>;

const PREFIX: Readonly<Record<string, string>> = { 'US-EL': 'el', 'US-UVL': 'uvl', 'US-MEU': 'meu', VEU: 'veu' };
const DONE = { added: 'Added', removed: 'Removed', revised: 'Revised', corrected: 'Corrected' } as const;
/** A second sentence of this kind tells of further parties; without it the sentence restates the first. */
const FURTHER = /\b(?:also|in addition|additionally|lastly|finally|further|second|third|separately)\b/i;

/** Name of a count on the document's own list, or on another list that the same document touches. */
function factName({ list, done, what }: ListCount, mainList: string): string {
  if (list !== undefined && list !== mainList && PREFIX[list] !== undefined) return `${PREFIX[list]}${DONE[done]}`;
  if (done === 'revised' || done === 'corrected') return `entries${DONE[done]}`;
  if (mainList === 'US-UVL' && what === 'entities') return `persons${DONE[done]}`;
  return `${what}${DONE[done]}`;
}

/** Adds up the counts of all sentences for the list a document is about (`US-EL`, `US-UVL`, `US-MEU`, `US-UFLPA`). */
export function listTotals(sentences: readonly string[], mainList: string): ListTotals {
  const totals: Record<string, number> = {};
  for (const sentence of sentences) {
    const seen: Record<string, number> = {};
    for (const count of listCountsOf(sentence)) {
      const name = factName(mainList === 'US-UFLPA' ? { ...count, list: undefined } : count, mainList);
      seen[name] = (seen[name] ?? 0) + count.count;
    }
    for (const [name, count] of Object.entries(seen)) {
      const before = totals[name];
      totals[name] = before === undefined ? count : FURTHER.test(sentence) ? before + count : Math.max(before, count);
    }
  }
  if (mainList === 'US-UVL' && Object.keys(totals).some((name) => name.startsWith('persons'))) {
    return { personsAdded: 0, personsRemoved: 0, ...totals };
  }
  return totals;
}
