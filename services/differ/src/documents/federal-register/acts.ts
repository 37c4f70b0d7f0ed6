import type { ChangeType, Direction, JsonObject, LegalDates, RegulatoryDocument, Stage } from '#domain';
import type { DocumentText } from './document-text.ts';
import type { Instruments } from './instrument-of.ts';
import type { RulemakingStage } from './rulemaking-stage.ts';

/** All that is known of a document before its act is decided. */
export interface Considered {
  readonly text: DocumentText;
  readonly instruments: Instruments;
  readonly rulemaking: RulemakingStage | undefined;
  /** Other documents of the same page and those known before, to find what this one corrects or extends. */
  readonly known: readonly RegulatoryDocument[];
}

/** What a document does: one typed fact, with the facts and dates its words give. */
export interface Act {
  readonly type: ChangeType;
  readonly stage: Stage;
  readonly direction: Direction;
  readonly facts?: JsonObject;
  readonly dates?: LegalDates;
  /** The period of effect of the document is not that of this act: of its dates only the day of publication holds. */
  readonly ownPeriod?: true;
  /** Another act of the document carries what its instructions order. */
  readonly beside?: true;
  /** Words that prove the act, to find the sentence to quote. */
  readonly proof?: RegExp;
  readonly instrumentId?: string;
  readonly alerting?: boolean;
  readonly corrects?: readonly string[];
  readonly supersedes?: readonly string[];
  readonly notes?: readonly string[];
}

/** Recognises one kind of act, or gives `undefined`. */
export type ActReader = (considered: Considered) => Act | undefined;

/** Drops facts that were not found. */
export function factsOf(facts: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, JsonObject[string]] => entry[1] !== undefined),
  );
}

/** A list of facts, or nothing when there are none. */
export function someOf(values: readonly string[]): readonly string[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** Stage of an act that takes effect unless its document is still a proposal. */
export function stageOr(rulemaking: RulemakingStage | undefined, otherwise: Stage): Stage {
  if (rulemaking === undefined) return otherwise;
  return rulemaking === 'direct_final' ? 'final' : rulemaking;
}
