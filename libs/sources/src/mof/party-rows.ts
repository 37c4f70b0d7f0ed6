import type { SectionCount } from '#domain';
import type { PartyRow } from './frozen-party.ts';

/** The rows of a capture in either of its forms, or why there are none. */
export type PartyRows =
  | {
      readonly kind: 'rows';
      readonly form: 'xlsx' | 'csv';
      readonly rows: readonly PartyRow[];
      /** Parts that hold no row, and those the publisher calls lifted. */
      readonly empty: readonly SectionCount[];
    }
  | { readonly kind: 'structure_changed' | 'implausible'; readonly because: string };
