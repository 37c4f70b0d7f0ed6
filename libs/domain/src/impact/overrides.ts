import type { Change } from '../change.ts';
import type { Band } from '../profile.ts';
import { BAND_FLOOR, isAtLeast } from './band.ts';
import type { Facet } from './facet.ts';
import { isReferenceList } from './severity.ts';

/** What a rule does to the band the score alone would give. The score itself is never touched. */
interface Override {
  readonly because: string;
  readonly atMost?: Band;
  readonly atLeast?: Band;
  readonly label?: string;
}

const RELIANCE_DAYS = 7;

function nameOverride(best: Facet): Override | undefined {
  if (best.resemblance === 'possible') {
    return { atMost: 'high', label: 'possible match', because: 'names resemble, they are not equal: at most high' };
  }
  if (best.resemblance === 'weak') {
    return { atMost: 'low', label: 'weak possible match', because: 'names resemble only weakly: digest only' };
  }
  return undefined;
}

function stageOverride(change: Change): Override | undefined {
  if (change.type === 'correction.editorial') return { atMost: 'low', because: 'editorial: at most low' };
  if (change.stage === 'announced')
    return { atMost: 'low', label: 'not law', because: 'announced, not law: at most low' };
  if (change.stage === 'anprm' || change.stage === 'proposed') return { label: 'not law', because: 'not law yet' };
  return undefined;
}

function relianceOverride(change: Change, best: Facet, days: number | undefined): Override | undefined {
  const ends = change.type === 'authorisation.expiring' && days !== undefined && days <= RELIANCE_DAYS;
  if (best.name !== 'authorisation' || !ends) return undefined;
  return { atLeast: 'high', because: 'an authorisation you rely on ends within seven days: at least high' };
}

function labelOverrides(change: Change): Override[] {
  const labels: Override[] = [];
  if (isReferenceList(change.instrumentId)) {
    labels.push({ label: 'reference list', because: 'a list to check against, not an embargo' });
  }
  if (change.type === 'change.unclassified')
    labels.push({ label: 'unclassified', because: 'kind of change not settled' });
  if (change.detection.needsReview) {
    labels.push({ label: 'unconfirmed parse', because: 'parse not confirmed by a person; band kept' });
  }
  return labels;
}

/** The band after all rules, with the rules that applied. */
export interface Overridden {
  readonly band: Band;
  readonly applied: readonly { readonly because: string; readonly floor: number }[];
  readonly labels: readonly string[];
}

function apply(band: Band, { atMost, atLeast }: Override): Band {
  if (atMost !== undefined && !isAtLeast(atMost, band)) return atMost;
  return atLeast !== undefined && !isAtLeast(band, atLeast) ? atLeast : band;
}

/** Caps, floors and labels of the impact model; a cap outranks a floor. Each that applies is told, changed band or not. */
export function overridden(change: Change, best: Facet, scored: Band, days: number | undefined): Overridden {
  const rules = [
    relianceOverride(change, best, days),
    nameOverride(best),
    stageOverride(change),
    ...labelOverrides(change),
  ];
  let band = scored;
  const applied: { because: string; floor: number }[] = [];
  const labels: string[] = [];
  for (const rule of rules) {
    if (rule === undefined) continue;
    band = apply(band, rule);
    applied.push({ because: rule.because, floor: BAND_FLOOR[band] });
    if (rule.label !== undefined) labels.push(rule.label);
  }
  return { band, applied, labels };
}
