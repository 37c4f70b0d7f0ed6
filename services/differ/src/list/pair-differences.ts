import { addressChanges } from './address-differences.ts';
import { authorisationChanges } from './authorisation-differences.ts';
import { detailChange, isReworded } from './detail-differences.ts';
import type { Difference } from './entry-draft.ts';
import { wholeFacts } from './entry-facts.ts';
import type { EntryPair } from './entry-pair.ts';
import { aliasChanges, move, nameChange } from './name-differences.ts';
import { isRestamped, STAMP } from './restamped.ts';
import { citationChange, termChanges } from './term-differences.ts';

function ruleChange(pair: EntryPair, ignored: ReadonlySet<string>): readonly Difference[] {
  if (!isReworded(pair) && (ignored.has(STAMP) || !isRestamped(pair))) return [];
  return [
    { type: 'rule.text_changed', direction: 'unknown', before: wholeFacts(pair.before), after: wholeFacts(pair.after) },
  ];
}

/** A citation says why the row changed; alone it is recorded and told to nobody. */
function entityChanges(
  pair: EntryPair,
  ignored: ReadonlySet<string>,
  explained: ReadonlySet<string>,
): readonly Difference[] {
  const differences = [
    ...move(pair),
    ...nameChange(pair),
    ...aliasChanges(pair, explained),
    ...addressChanges(pair),
    ...termChanges(pair),
    ...detailChange(pair, ignored),
  ];
  return differences.length === 0 ? citationChange(pair) : differences;
}

/** What differs between two readings of one entry, by its kind. */
export function pairDifferences(
  pair: EntryPair,
  ignored: ReadonlySet<string>,
  explained: ReadonlySet<string>,
): readonly Difference[] {
  switch (pair.after.kind) {
    case 'entity':
      return entityChanges(pair, ignored, explained);
    case 'authorisation':
      return authorisationChanges(pair, ignored);
    case 'rule':
      return ruleChange(pair, ignored);
  }
}
