import type { Change } from '../change.ts';
import type { Profile } from '../profile.ts';
import type { ChangeFacts } from './change-facts.ts';
import { textsAt, thresholdOf } from './change-fields.ts';
import type { Facet } from './facet.ts';
import { coversInstrument } from './instrument-pattern.ts';
import type { PreparedProfile } from './prepared-profile.ts';

const INVESTMENT_INSTRUMENTS = ['US-CFIUS*', 'JP-FDI', 'ML-EUFDI'] as const;

/** @returns true for instruments that screen inward investment. */
export function isInvestmentInstrument(instrumentId: string): boolean {
  return INVESTMENT_INSTRUMENTS.some((pattern) => coversInstrument(pattern, instrumentId));
}

/** Relevance of a declared stake, in hundredths. */
export const INVESTMENT_WEIGHT = 90;

function facet(because: string): Facet {
  return { name: 'investment', weight: INVESTMENT_WEIGHT, because, opens: true, implies: ['role'] };
}

/** Amounts and headcounts move too; only a share of a company can be set against a stake. */
function isShare({ after }: Change): boolean {
  const unit = textsAt(after, 'unit')[0];
  return unit === undefined || /%|percent|パーセント/i.test(unit);
}

/** The shares a threshold moved between. */
function movedShare(change: Change): ReturnType<typeof thresholdOf> {
  return isShare(change) ? thresholdOf(change) : undefined;
}

/** @returns true when a moved threshold now treats the stake otherwise or, where none moved, the investor's state is named. */
export function touchesStake({ stakePct, investorState }: Profile['investment'][number], facts: ChangeFacts): boolean {
  const moved = movedShare(facts.change);
  if (moved === undefined) return facts.countries.has(investorState.toUpperCase());
  return stakePct >= Math.min(moved.from, moved.to) && stakePct <= Math.max(moved.from, moved.to);
}

/** A declared stake that a moved threshold now treats otherwise, or an investor's state whose treatment changed. */
export function investmentFacet(facts: ChangeFacts, { profile }: PreparedProfile): Facet | undefined {
  const { change } = facts;
  if (!isInvestmentInstrument(change.instrumentId)) return undefined;
  const stake = profile.investment.find((one) => touchesStake(one, facts));
  if (stake === undefined) return undefined;
  const moved = movedShare(change);
  if (moved === undefined) return facet(`you invest from ${stake.investorState}`);
  return facet(`your ${stake.stakePct}% stake lies between the old ${moved.from} and the new ${moved.to}`);
}
