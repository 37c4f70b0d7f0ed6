import type { ChangeFacts } from './change-facts.ts';
import type { Facet } from './facet.ts';
import { coversInstrument } from './instrument-pattern.ts';
import type { PreparedProfile } from './prepared-profile.ts';

/** Relevance of a subscription to the instrument, in hundredths. */
export const INSTRUMENT_WEIGHT = 25;

/** @returns true when the profile names the instrument, by id, glob or `*`. */
export function isSubscribed({ profile }: PreparedProfile, instrumentId: string): boolean {
  return profile.instruments.some((pattern) => coversInstrument(pattern, instrumentId));
}

/** A subscription to the instrument as the only tie. */
export function instrumentFacet({ change }: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  if (!isSubscribed(prepared, change.instrumentId)) return undefined;
  return {
    name: 'instrument',
    weight: INSTRUMENT_WEIGHT,
    because: `you subscribe to ${change.instrumentId}`,
    opens: true,
    implies: [],
  };
}
