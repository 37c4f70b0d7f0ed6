import type { ChangeType, Direction, JsonObject, LegalDates, Lineage, Quote, Stage } from '#domain';

/** One act of a document. */
export interface Meaning {
  readonly type: ChangeType;
  readonly instrumentId: string;
  readonly stage: Stage;
  readonly direction: Direction;
  readonly dates: LegalDates;
  readonly lineage: Lineage;
  /** Facts the document states, in the field's terms. */
  readonly facts: JsonObject;
  readonly quotes: readonly Quote[];
  readonly alerting?: boolean;
  readonly needsReview?: boolean;
  readonly notes?: readonly string[];
}

/** What one document means, or why it concerns nobody. `further`: acts somebody may rely on beside the main one. */
export type Classification =
  | { readonly kind: 'relevant'; readonly main: Meaning; readonly further: readonly Meaning[] }
  | { readonly kind: 'dismissed'; readonly because: string };
