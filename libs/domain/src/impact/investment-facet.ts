import type { Change } from '../change.ts';
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

function facet(because: string): Facet {
  return { name: 'investment', weight: 90, because, opens: true, implies: ['role'] };
}

/** Amounts and headcounts move too; only a share of a company can be set against a stake. */
function isShare({ after }: Change): boolean {
  const unit = textsAt(after, 'unit')[0];
  return unit === undefined || /%|percent|パーセント/i.test(unit);
}

/** A declared stake that a moved threshold now treats otherwise, or an investor's state whose treatment changed. */
export function investmentFacet(facts: ChangeFacts, { profile }: PreparedProfile): Facet | undefined {
  const { change } = facts;
  if (!isInvestmentInstrument(change.instrumentId)) return undefined;
  const moved = isShare(change) ? thresholdOf(change) : undefined;
  if (moved !== undefined) {
    const [low, high] = moved.from < moved.to ? [moved.from, moved.to] : [moved.to, moved.from];
    const caught = profile.investment.find(({ stakePct }) => stakePct >= low && stakePct <= high);
    return caught && facet(`your ${caught.stakePct}% stake lies between the old ${moved.from} and the new ${moved.to}`);
  }
  const investor = profile.investment.find(({ investorState }) => facts.countries.has(investorState.toUpperCase()));
  return investor && facet(`you invest from ${investor.investorState}`);
}
