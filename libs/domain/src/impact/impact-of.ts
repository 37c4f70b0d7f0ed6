import type { Change } from '../change.ts';
import type { Impact, ImpactReason } from '../impact.ts';
import type { Profile } from '../profile.ts';
import { bandOf } from './band.ts';
import { type ChangeFacts, changeFacts } from './change-facts.ts';
import { directionFactor } from './direction-factor.ts';
import { overridden } from './overrides.ts';
import { type PreparedProfile, prepareProfile } from './prepared-profile.ts';
import { type CountedFacet, facetsOf, relevanceOf } from './relevance.ts';
import { scoreFromReasons } from './score-from-reasons.ts';
import { severityOf } from './severity.ts';
import { type Factor, stageFactor } from './stage-factor.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** Whether a change matters to a profile; where it does not, why, so that "why was I not told" has an answer. */
export type ImpactOutcome =
  | { readonly kind: 'matched'; readonly impact: Impact }
  | { readonly kind: 'unmatched'; readonly because: string };

function unmatched(because: string): ImpactOutcome {
  return { kind: 'unmatched', because };
}

function relevanceReason({ facet, hundredths }: CountedFacet): ImpactReason {
  const evidence = facet.evidenceRef === undefined ? {} : { evidenceRef: facet.evidenceRef };
  return { factor: 'relevance', value: hundredths / 100, because: `${facet.name}: ${facet.because}`, ...evidence };
}

/** What of an impact is the same for every profile. */
export interface ImpactBasis {
  readonly change: Change;
  readonly severity: number;
  readonly urgency: Urgency;
  readonly stage: Factor;
}

/** S, U and L of the impact model, for a change seen at `now`. */
export function impactBasis(change: Change, now: Date): ImpactBasis {
  return { change, severity: severityOf(change), urgency: urgencyOf(change, now), stage: stageFactor(change) };
}

/** The impact of a change on whoever is touched in these ways; `counted` holds at least one facet, the heaviest first. */
export function impactOfFacets(basis: ImpactBasis, counted: readonly CountedFacet[], direction: Factor): Impact {
  const { change, severity, urgency, stage } = basis;
  const arithmetic: ImpactReason[] = [
    { factor: 'severity', value: severity, because: `${change.type} under ${change.instrumentId}` },
    { factor: 'urgency', value: urgency.points, because: urgency.because },
    ...counted.map(relevanceReason),
    { factor: 'stage', value: stage.hundredths / 100, because: stage.because },
    { factor: 'direction', value: direction.hundredths / 100, because: direction.because },
  ];
  const score = scoreFromReasons(arithmetic);
  const best = counted[0]?.facet;
  if (best === undefined) return { score, band: bandOf(score), reasons: arithmetic, labels: [] };
  const { band, applied, labels } = overridden(change, best, bandOf(score), urgency.days);
  const overrides = applied.map(({ because, floor }) => ({ factor: 'override', value: floor, because }) as const);
  return { score, band, reasons: [...arithmetic, ...overrides], labels };
}

/**
 * What a change means for one prepared profile at `now`: the form for many changes or many profiles. A baseline is history
 * and matches nobody. `alerting: false` is not looked at here: such a change has a score and is told to nobody.
 */
export function assessImpact(facts: ChangeFacts, prepared: PreparedProfile, now: Date): ImpactOutcome {
  const { change } = facts;
  const { jurisdictions } = prepared.profile;
  if (change.detection.baseline) return unmatched('part of the first capture of its source: history, not news');
  if (jurisdictions.length > 0 && !jurisdictions.includes(change.jurisdiction)) {
    return unmatched(`jurisdiction ${change.jurisdiction} is not among those declared`);
  }
  const counted = relevanceOf(facetsOf(facts, prepared));
  if (counted.length === 0) return unmatched('nothing declared in the profile is touched by this change');
  return {
    kind: 'matched',
    impact: impactOfFacets(impactBasis(change, now), counted, directionFactor(facts, prepared)),
  };
}

/** {@link assessImpact} for one change and one profile. Pure: `now` is the instant of the alert. */
export function impactOf(change: Change, profile: Profile, now: Date): ImpactOutcome {
  return assessImpact(changeFacts(change), prepareProfile(profile), now);
}
