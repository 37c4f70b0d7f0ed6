import type { Deadline, DeadlineKind } from '../deadlines.ts';
import type { DigestCard, DigestDeadline } from '../digest.ts';
import { redlineText } from '../redline/plain-text.ts';
import { bullet, oneLine } from './layout.ts';

const KINDS: Readonly<Record<DeadlineKind, string>> = {
  comment: 'comments close',
  effective: 'effective',
  compliance: 'compliance date',
  savings: 'savings clause ends',
  expiry: 'expires',
};

/** A date with the zone it is meant in, and the one it replaced. */
export function dateText({ kind, on, timeZone, movedFrom }: Deadline): string {
  return `${KINDS[kind]} ${on} (${timeZone})${movedFrom === undefined ? '' : `, CHANGED from ${movedFrom}`}`;
}

/** A deadline as one line of the calendar. */
export function deadlineText(deadline: DigestDeadline): string {
  const mark = deadline.mark === 'new' ? 'NEW: ' : '';
  return `* ${mark}in ${deadline.daysLeft} days: ${dateText(deadline)}: ${oneLine(deadline.about)} [${deadline.instrumentId}]`;
}

/** One card: what changed, whom it touches, dates, decision, redline, sources. */
export function cardText(card: DigestCard): readonly string[] {
  const [headline = '', ...citations] = bullet(card);
  const reasons = card.reasons.filter(({ factor }) => factor === 'relevance' || factor === 'override');
  return [
    headline,
    ...(card.labels.length > 0 ? [`    Note: ${card.labels.join(', ')}`] : []),
    ...reasons.map(({ because }) => `    Why you: ${oneLine(because)}`),
    `    Score: ${card.score}`,
    ...card.deadlines.map((deadline) => `    Date: ${dateText(deadline)}`),
    `    Decide: ${oneLine(card.decision)}`,
    ...(card.redline === undefined ? [] : [`    Redline: ${oneLine(redlineText(card.redline.parts))}`]),
    ...citations,
  ];
}
