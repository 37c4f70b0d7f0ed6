import { type ChangeDraft, MAX_QUOTE_CHARS, type TextReading } from '#domain';
import { revisionTerms } from './draft.ts';

/**
 * The day on which a law not yet in force takes effect, where the law had left it to an order (`政令で定める日`) and the order
 * has named it. Nothing while it has not, and nothing for a law that names its own day.
 */
export function dateSetByOrder(after: TextReading): readonly ChangeDraft[] {
  const { dateSetByOrder: clause, enforcedOn, amendedBy, promulgatedOn } = after.revision;
  if (!clause || !enforcedOn || !amendedBy) return [];
  return [
    {
      ...revisionTerms(after.revision),
      type: 'date.effective_set',
      subject: { kind: 'rule', key: `${after.title} ${amendedBy}`, label: `${after.title}（${amendedBy}）` },
      direction: 'neutral',
      quotes: [{ side: 'after', locator: '附則', quote: clause.slice(0, MAX_QUOTE_CHARS) }],
      after: { effectiveFrom: enforcedOn, ...(promulgatedOn && { promulgatedOn }), amendedBy },
    },
  ];
}
