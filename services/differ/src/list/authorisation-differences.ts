import { detailChange } from './detail-differences.ts';
import type { Difference } from './entry-draft.ts';
import { entryFacts } from './entry-facts.ts';
import type { EntryPair } from './entry-pair.ts';

const termFacts = (entry: EntryPair['after']) => ({
  ...entryFacts(entry),
  ...(entry.validFrom === undefined ? {} : { validFrom: entry.validFrom }),
  ...(entry.validTo === undefined ? {} : { validTo: entry.validTo }),
});

/**
 * A relief's end day decides: later or dropped extends it, earlier or newly set narrows it. Any other edit of its row, its
 * first day included, is a detail.
 */
export function authorisationChanges(pair: EntryPair, ignored: ReadonlySet<string>): readonly Difference[] {
  const { before, after } = pair;
  const facts = { before: termFacts(before), after: termFacts(after) };
  const other = detailChange(pair, ignored, before.validFrom === after.validFrom ? [] : ['validFrom']);
  if (before.validTo === after.validTo) return other;
  const isLater = after.validTo === undefined || (before.validTo !== undefined && after.validTo > before.validTo);
  const term: Difference = isLater
    ? { type: 'authorisation.extended', direction: 'loosen', ...facts }
    : { type: 'authorisation.narrowed', direction: 'tighten', ...facts };
  return [term, ...other];
}
