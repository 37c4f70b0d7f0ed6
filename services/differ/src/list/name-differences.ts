import type { Difference } from './entry-draft.ts';
import { entryFacts } from './entry-facts.ts';
import { foldedName } from './entry-identity.ts';
import type { EntryPair } from './entry-pair.ts';

/** Values of one side whose folded form the other side lacks, each folded form once. */
export function missingFrom(values: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other.map(foldedName));
  return values.filter((value) => {
    const folded = foldedName(value);
    const isNew = !known.has(folded);
    known.add(folded);
    return isNew;
  });
}

/** A name changed when its letters did: `Co.,Ltd` and `CO., LTD.` are one name. Rows of running text have no name of their own. */
export function nameChange({ before, after }: EntryPair): readonly Difference[] {
  if (after.wording !== undefined || foldedName(before.name) === foldedName(after.name)) return [];
  return [{ type: 'entity.name_changed', direction: 'neutral', before: entryFacts(before), after: entryFacts(after) }];
}

/** An entry now printed under another entry, no longer under one, or under another country. */
export function move({ before, after }: EntryPair): readonly Difference[] {
  const sameParent = foldedName(before.parent ?? '') === foldedName(after.parent ?? '');
  const sameCountry = before.country === after.country || before.country === undefined || after.country === undefined;
  if (sameParent && sameCountry) return [];
  const direction = sameCountry ? 'neutral' : 'unknown';
  return [{ type: 'entity.moved_or_merged', direction, before: entryFacts(before), after: entryFacts(after) }];
}

/**
 * Aliases gained and lost, one difference each. What a change of name or a merger explains is no gain and no loss of its own.
 * @param explained folded names that came into this entry with a merged one
 */
export function aliasChanges({ before, after }: EntryPair, explained: ReadonlySet<string>): readonly Difference[] {
  const gained = missingFrom(after.aliases, [...before.aliases, before.name]);
  const lost = missingFrom(before.aliases, [...after.aliases, after.name]);
  return [
    ...gained
      .filter((alias) => !explained.has(foldedName(alias)))
      .map(
        (alias): Difference => ({
          type: 'entity.alias_added',
          direction: 'tighten',
          after: { ...entryFacts(after), alias },
        }),
      ),
    ...lost.map(
      (alias): Difference => ({
        type: 'entity.alias_removed',
        direction: 'loosen',
        before: { ...entryFacts(before), alias },
      }),
    ),
  ];
}
