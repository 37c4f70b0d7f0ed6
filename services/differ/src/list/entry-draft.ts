import type { ChangeDraft, ChangeType, Direction, JsonObject, ListEntry, Quote, Subject } from '#domain';
import { entryKey } from './entry-identity.ts';
import type { EntryPair } from './entry-pair.ts';

export function subjectOf(entry: ListEntry): Subject {
  return { kind: entry.kind, key: entryKey(entry), label: entry.name };
}

export function quoteOf(entry: ListEntry, side: 'before' | 'after'): Quote {
  return { side, locator: entry.locator, quote: entry.quote || entry.name };
}

/** The instrument of the entry's list, where its publication carries several. */
export function instrumentOf(entry: ListEntry): Pick<ChangeDraft, 'instrumentId'> {
  return entry.instrumentId === undefined ? {} : { instrumentId: entry.instrumentId };
}

/** What differs between two readings of one entry. */
export interface Difference {
  readonly type: ChangeType;
  readonly direction: Direction;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly notes?: readonly string[];
}

/** A difference of a pair as a draft with the words of both sides. */
export function draftOf(pair: EntryPair, difference: Difference): ChangeDraft {
  const notes = [...(difference.notes ?? []), ...(pair.doubt === undefined ? [] : [pair.doubt])];
  const citation = pair.after.citations.at(-1);
  return {
    ...difference,
    ...instrumentOf(pair.after),
    subject: subjectOf(pair.after),
    quotes: [quoteOf(pair.after, 'after'), quoteOf(pair.before, 'before')],
    ...(citation === undefined ? {} : { citation }),
    ...(pair.doubt === undefined ? {} : { needsReview: true }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}
