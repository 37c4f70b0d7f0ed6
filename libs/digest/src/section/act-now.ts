import type { Change, Impact } from '#domain';
import { redlineOfChange } from '../change-texts.ts';
import { deadlinesOf } from '../deadlines.ts';
import { decisionFor } from '../decision.ts';
import type { DigestCard } from '../digest.ts';
import { type Impacts, lineOf } from './line.ts';

function cardOf(change: Change, impact: Impact, impacts: Impacts): DigestCard {
  const redline = redlineOfChange(change);
  return {
    ...lineOf(change, impacts),
    change,
    band: impact.band,
    score: impact.score,
    labels: impact.labels,
    reasons: impact.reasons,
    deadlines: deadlinesOf(change),
    decision: decisionFor(change),
    ...(redline !== undefined && { redline }),
  };
}

/** Days between today and the nearest date of a card, past or to come; a card without dates comes last. */
function distance({ deadlines }: DigestCard, today: string): number {
  const days = deadlines.map(({ on }) => Math.abs(Date.parse(on) - Date.parse(today)));
  return Math.min(Number.MAX_SAFE_INTEGER, ...days.filter(Number.isFinite));
}

/** Cards of what is critical or high, nearest legal date first, then by score. */
export function actNow(changes: readonly Change[], impacts: Impacts, today: string): readonly DigestCard[] {
  const cards = changes.flatMap((change) => {
    const impact = impacts.get(change.changeId);
    const urgent = impact?.band === 'critical' || impact?.band === 'high';
    return impact !== undefined && urgent ? [cardOf(change, impact, impacts)] : [];
  });
  return cards.toSorted((a, b) => distance(a, today) - distance(b, today) || b.score - a.score);
}
