import type { ChangeDraft, ChangeType, Direction, ListEntry } from '#domain';
import { instrumentOf, quoteOf, subjectOf } from './entry-draft.ts';
import { wholeFacts } from './entry-facts.ts';

interface Kinds {
  readonly added: readonly [ChangeType, Direction];
  readonly removed: readonly [ChangeType, Direction];
}

const KINDS: Readonly<Record<ListEntry['kind'], Kinds>> = {
  entity: { added: ['entity.added', 'tighten'], removed: ['entity.removed', 'loosen'] },
  authorisation: { added: ['authorisation.issued', 'loosen'], removed: ['authorisation.revoked', 'tighten'] },
  rule: { added: ['rule.added', 'unknown'], removed: ['rule.removed', 'unknown'] },
};

/** What is known of an entry that came or went, beside itself. */
export interface Circumstance {
  /** Entities printed under it that came or went with it. */
  readonly members: readonly string[];
  /** The other entry it may be, where a person should look. */
  readonly possibleRename?: string | undefined;
}

function termOf(entry: ListEntry): ChangeDraft['dates'] {
  return {
    ...(entry.validFrom === undefined ? {} : { effectiveFrom: entry.validFrom }),
    ...(entry.validTo === undefined ? {} : { effectiveTo: entry.validTo }),
  };
}

function appearance(entry: ListEntry, side: 'before' | 'after', circumstance: Circumstance): ChangeDraft {
  const [type, usual] = KINDS[entry.kind][side === 'after' ? 'added' : 'removed'];
  const direction = entry.additionEffect === 'neutral' ? 'neutral' : usual;
  const citation = entry.citations.at(-1);
  const { members, possibleRename } = circumstance;
  return {
    type,
    direction,
    ...instrumentOf(entry),
    subject: subjectOf(entry),
    quotes: [quoteOf(entry, side)],
    [side]: wholeFacts(entry, members),
    dates: termOf(entry) ?? {},
    ...(citation === undefined ? {} : { citation }),
    ...(possibleRename === undefined ? {} : { needsReview: true, notes: [possibleRename] }),
  };
}

/** A new entry: a party listed, a relief granted, a rule section opened. */
export function added(entry: ListEntry, circumstance: Circumstance): ChangeDraft {
  return appearance(entry, 'after', circumstance);
}

/**
 * An entry gone. A relief whose last day was past when its row went did not end by that: it had expired, which the calendar
 * told on its day.
 * @param observedOn calendar date of the later reading, where it is known
 */
export function removed(entry: ListEntry, circumstance: Circumstance, observedOn: string | undefined): ChangeDraft {
  const draft = appearance(entry, 'before', circumstance);
  const isPast = entry.validTo !== undefined && observedOn !== undefined && entry.validTo < observedOn;
  if (entry.kind !== 'authorisation' || !isPast) return draft;
  return { ...draft, type: 'authorisation.expired', alerting: false, notes: ['row taken away after its last day'] };
}
