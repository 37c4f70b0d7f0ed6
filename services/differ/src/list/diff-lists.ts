import type { ChangeDraft, ListEntry, ListReading } from '#domain';
import { added, removed } from './appearances.ts';
import { layoutColumns, layoutGroupOf } from './detail-differences.ts';
import { entityGroups } from './entity-groups.ts';
import { draftOf, instrumentOf, quoteOf, subjectOf } from './entry-draft.ts';
import type { EntryPair, Pairing } from './entry-pair.ts';
import { foldHierarchy } from './hierarchy.ts';
import { findMergers, type Mergers, mergerOf } from './mergers.ts';
import { withoutMethodChanges } from './method-changes.ts';
import { pairByKey } from './pair-by-key.ts';
import { pairDifferences } from './pair-differences.ts';
import { pairRenamed } from './pair-renamed.ts';
import { possibleRenames } from './possible-renames.ts';
import { reissuedLists } from './restamped.ts';
import { isUnchanged } from './unchanged.ts';

/** What a comparison of lists may know beside the lists. */
export interface ListDiffContext {
  /** Calendar date of the later reading: a relief past its last day on that day was not revoked. */
  readonly observedOn?: string;
}

const NOTHING: ReadonlySet<string> = new Set();

function pairEntries(before: ListReading, after: ListReading): Pairing {
  const byKey = pairByKey(before.entries, after.entries);
  const renamed = pairRenamed(byKey);
  return { pairs: [...byKey.pairs, ...renamed.pairs], before: renamed.before, after: renamed.after };
}

/** Columns that only one of two readings prints: the publisher's layout, not news of each party. */
function unsharedColumns(before: ListReading, after: ListReading): ReadonlySet<string> {
  if (!before.columns || !after.columns) return NOTHING;
  return new Set(before.columns).symmetricDifference(new Set(after.columns));
}

const numberOf = (entry: ListEntry): number => Number(entry.noted?.number ?? Number.NaN);

/**
 * What came, where the earlier reading held only what one designation added: numbers below its own were given before it and
 * are no news.
 */
function newlyNamed(came: readonly ListEntry[], before: ListReading, after: ListReading): readonly ListEntry[] {
  if (before.extent !== 'additions' || after.extent === 'additions') return came;
  const lowest = before.entries.reduce((least, entry) => Math.min(least, numberOf(entry)), Number.POSITIVE_INFINITY);
  return came.filter((entry) => !(numberOf(entry) < lowest));
}

/**
 * A workbook and a PDF break aliases and addresses in different places, and a flat CSV names no parent of an affiliate; across
 * forms the later ones stand for both.
 */
function acrossForms(pairs: readonly EntryPair[], before: ListReading, after: ListReading): readonly EntryPair[] {
  if (before.form === after.form) return pairs;
  const alone = before.detailsOfForm || after.detailsOfForm;
  return pairs.map((pair) => {
    const { aliases, addresses, details, parent } = pair.after;
    const { parent: _, ...own } = pair.before;
    const shared = { aliases, addresses, ...(alone && { details }), ...(parent === undefined ? {} : { parent }) };
    return { ...pair, before: { ...own, ...shared } };
  });
}

function draftsOfPairs(
  pairs: readonly EntryPair[],
  altered: readonly EntryPair[],
  mergers: Mergers,
  unshared: ReadonlySet<string>,
): readonly ChangeDraft[] {
  const layout = layoutColumns(pairs, altered);
  const reissued = reissuedLists(altered);
  return altered.flatMap((pair) => {
    const stamps = reissued.get(pair.after.list) ?? NOTHING;
    const ignored = unshared.union(layout.get(layoutGroupOf(pair.after)) ?? NOTHING).union(stamps);
    return pairDifferences(pair, ignored, mergers.explained.get(pair) ?? NOTHING).map((difference) =>
      draftOf(pair, difference),
    );
  });
}

function draftsOfMergers(mergers: Mergers): readonly ChangeDraft[] {
  return [...mergers.intoPair].map(([entry, { after: into }]) => ({
    ...mergerOf(entry, into),
    ...instrumentOf(entry),
    subject: subjectOf(entry),
    quotes: [quoteOf(into, 'after'), quoteOf(entry, 'before')],
  }));
}

function inGroup(draft: ChangeDraft, entityGroupId: string | undefined): ChangeDraft {
  return entityGroupId === undefined ? draft : { ...draft, after: { ...draft.after, entityGroupId } };
}

function draftsOfUnpaired(
  before: readonly ListEntry[],
  after: readonly ListEntry[],
  listed: readonly ListEntry[],
  context: ListDiffContext,
): readonly ChangeDraft[] {
  const renames = possibleRenames({ before, after });
  const came = foldHierarchy(after);
  const went = foldHierarchy(before);
  const groups = entityGroups(came.tops, listed);
  return [
    ...came.tops.map((entry) =>
      inGroup(added(entry, { members: came.membersOf(entry), possibleRename: renames.get(entry) }), groups.get(entry)),
    ),
    ...went.tops.map((entry) =>
      removed(entry, { members: went.membersOf(entry), possibleRename: renames.get(entry) }, context.observedOn),
    ),
  ];
}

/**
 * Changes from one reading of a list to the next: changes of surviving entries in their earlier order, then mergers, then
 * entries that came, then entries that went. Identity is content, never position; reordering is nothing. Pure, and near
 * linear in the number of entries. Guard the lists before: a list read by half comes out as a list half removed. A reading
 * that holds only additions removes nothing.
 */
export function diffLists(before: ListReading, after: ListReading, context: ListDiffContext = {}): ChangeDraft[] {
  const pairing = pairEntries(before, after);
  const pairs = acrossForms(pairing.pairs, before, after);
  const vanished = after.extent === 'additions' ? [] : pairing.before;
  const altered = withoutMethodChanges(
    pairs,
    pairs.filter((pair) => !isUnchanged(pair)),
  );
  const mergers = findMergers(altered, vanished);
  const gone = vanished.filter((entry) => !mergers.intoPair.has(entry));
  return [
    ...draftsOfPairs(pairs, altered, mergers, unsharedColumns(before, after)),
    ...draftsOfMergers(mergers),
    ...draftsOfUnpaired(gone, newlyNamed(pairing.after, before, after), after.entries, context),
  ];
}
