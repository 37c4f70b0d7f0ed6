/** A part of a subscriber's profile that a change can touch. */
export type FacetName =
  | 'counterparty'
  | 'authorisation'
  | 'ownership'
  | 'investment'
  | 'item'
  | 'destination'
  | 'scope'
  | 'technology'
  | 'keyword'
  | 'end use'
  | 'HS code'
  | 'role'
  | 'instrument';

/** One way in which one change touches one profile. */
export interface Facet {
  readonly name: FacetName;
  /** Relevance in hundredths, 1 to 100: whole numbers keep the arithmetic exact. */
  readonly weight: number;
  readonly because: string;
  /** Index into the change's evidence, where the match rests on a quote. */
  readonly evidenceRef?: number;
  /** False: it strengthens a match but does not make one. */
  readonly opens: boolean;
  /** Facets that follow from this one and so are no further evidence: who declares an item makes or ships it. */
  readonly implies: readonly FacetName[];
  /** Names that resemble, not names that are equal. */
  readonly resemblance?: 'possible' | 'weak';
}
