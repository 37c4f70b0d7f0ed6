import { AUTHORITY_ZONE, type Change, type Jurisdiction, textsAt } from '#domain';

/** What a dated obligation is about. */
export type DeadlineKind = 'comment' | 'effective' | 'compliance' | 'savings' | 'expiry';

/** A date by which something must be done, or from which something holds. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** Calendar date in {@link Deadline.timeZone}, the authority's. */
  readonly on: string;
  readonly timeZone: string;
  /** The date it replaced, where it moved. */
  readonly movedFrom?: string;
  /** Title of the document or the subject, as printed. */
  readonly about: string;
  readonly instrumentId: string;
  readonly jurisdiction: Jurisdiction;
  /** What joins dates of one legal act: RIN, else docket, else document number, else the subject. */
  readonly thread: string;
  readonly changeIds: readonly string[];
}

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

function firstDate(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && CALENDAR_DATE.test(text));
}

interface DatedFact {
  readonly kind: DeadlineKind;
  readonly on: string | undefined;
  readonly was: string | undefined;
}

function datedFacts({ dates, before, after }: Change): readonly DatedFact[] {
  const was = (beforeKey: string, afterKey: string): string | undefined =>
    firstDate(...textsAt(before, beforeKey), ...textsAt(after, afterKey));
  return [
    { kind: 'comment', on: dates.commentClose, was: was('commentClose', 'oldCommentClose') },
    { kind: 'effective', on: dates.effectiveFrom, was: was('effectiveFrom', 'oldEffective') },
    { kind: 'compliance', on: dates.complianceBy, was: was('complianceBy', 'oldComplianceBy') },
    { kind: 'savings', on: dates.savingsUntil, was: undefined },
    {
      kind: 'expiry',
      on: firstDate(dates.effectiveTo, ...textsAt(after, 'validTo')),
      was: was('validTo', 'oldValidTo'),
    },
  ];
}

/** What joins changes about the same legal act. */
export function threadOf({ lineage, documentNumber, subject }: Change): string {
  return lineage.rin?.[0] ?? lineage.docket?.[0] ?? documentNumber ?? subject.key;
}

/**
 * Dated obligations of one change. None for a withdrawn document or a correction of spelling; a date that is no calendar
 * date is left out.
 */
export function deadlinesOf(change: Change): readonly Deadline[] {
  if (change.type === 'document.withdrawn' || change.type === 'correction.editorial') return [];
  return datedFacts(change).flatMap(({ kind, on, was }) => {
    const date = firstDate(on);
    if (date === undefined) return [];
    return [
      {
        kind,
        on: date,
        timeZone: AUTHORITY_ZONE[change.jurisdiction],
        ...(was !== undefined && was !== date && { movedFrom: was }),
        about: textsAt(change.after, 'title')[0] ?? change.subject.label,
        instrumentId: change.instrumentId,
        jurisdiction: change.jurisdiction,
        thread: threadOf(change),
        changeIds: [change.changeId],
      },
    ];
  });
}
