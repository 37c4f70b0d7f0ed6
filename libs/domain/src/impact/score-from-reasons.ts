import type { ImpactReason } from '../impact.ts';

function sum(reasons: readonly ImpactReason[], factor: ImpactReason['factor'], unit: number): number {
  return reasons
    .filter((reason) => reason.factor === factor)
    .reduce((total, { value }) => total + Math.round(value * unit), 0);
}

/**
 * The score out of its reasons: `round((S + U) × R × L × D)`, where R is the sum of the relevance reasons. Counted in
 * whole hundredths, so that a half is rounded up and nothing is lost to binary fractions. Overrides move the band only.
 */
export function scoreFromReasons(reasons: readonly ImpactReason[]): number {
  const points = sum(reasons, 'severity', 1) + sum(reasons, 'urgency', 1);
  const factors = sum(reasons, 'relevance', 100) * sum(reasons, 'stage', 100) * sum(reasons, 'direction', 100);
  return Math.floor((points * factors + 500_000) / 1_000_000);
}
