import { type ChangeDraft, MAX_QUOTE_CHARS, type TextReading } from '#domain';
import { revisionTerms } from './draft.ts';

type Revision = TextReading['revision'];

/**
 * What became of the day on which a law not yet in force takes effect: set, where the law had left it to an order
 * (`政令で定める日`) and the order has named it; changed, where the same law was read before with another day; open again. Nothing
 * while it is open, and nothing of the day that a law names itself.
 * @param before the reading of the pending law before this one, where there is one
 */
export function pendingDateChange(before: TextReading | undefined, after: TextReading): readonly ChangeDraft[] {
  const { enforcedOn, amendedBy, promulgatedOn, status, dateSetByOrder, enforcementClause } = after.revision;
  const type = amendedBy === undefined || status !== 'pending' ? undefined : typeOf(before?.revision, after.revision);
  if (type === undefined) return [];
  const was = type === 'date.effective_set' ? undefined : before?.revision.enforcedOn;
  const words = dateSetByOrder ?? enforcementClause ?? after.title;
  return [
    {
      ...revisionTerms(after.revision),
      type,
      subject: { kind: 'rule', key: `${after.title} ${amendedBy}`, label: `${after.title}（${amendedBy}）` },
      direction: 'neutral',
      quotes: [{ side: 'after', locator: '附則', quote: words.slice(0, MAX_QUOTE_CHARS) }],
      ...(was && { before: { effectiveFrom: was } }),
      after: {
        ...(enforcedOn && { effectiveFrom: enforcedOn }),
        ...(promulgatedOn && { promulgatedOn }),
        ...(amendedBy && { amendedBy }),
      },
    },
  ];
}

type DateChange = 'date.effective_set' | 'date.effective_changed' | 'date.effective_tbd';

function typeOf(before: Revision | undefined, after: Revision): DateChange | undefined {
  const isSameLaw = before?.status === 'pending' && before.amendedBy === after.amendedBy;
  const was = isSameLaw ? before.enforcedOn : undefined;
  if (was === undefined) return after.enforcedOn && after.dateSetByOrder ? 'date.effective_set' : undefined;
  if (after.enforcedOn === undefined) return 'date.effective_tbd';
  return after.enforcedOn === was ? undefined : 'date.effective_changed';
}
