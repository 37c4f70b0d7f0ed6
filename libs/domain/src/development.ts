import type { Stage } from './change.ts';

/** What two changes may share that makes them speak of one legal act. */
export const JOIN_REASONS = {
  document: 'same document, or one that corrects, extends or replaces it',
  citation: 'same register citation',
  rin: 'same regulation identifier number (RIN)',
  docket: 'same docket or comment case',
  cited_day: 'the list cites a rule of the day on which the document was published',
  removal: 'removal from the same list, of the same party or in the same days',
  cfr: 'same CFR part, changed on the day the document takes effect',
  law: 'same amending law or order',
  promulgated: 'order of the same kind, promulgated on the same day',
  decided: 'order of the same kind, decided by the Cabinet on the same day',
  revised_list: 'the list was revised on the day of the announcement',
  entity: 'same party, same kind of change, within weeks',
  moved: 'same party, taken from one list and put on another within weeks',
  authorisation: 'same authorisation',
} as const;

export type JoinKind = keyof typeof JOIN_REASONS;

/** A property of a change; changes that share one belong to one development. */
export interface JoinKey {
  readonly kind: JoinKind;
  readonly value: string;
}

/** How one statement differs from an earlier one about the same act. */
export interface StatedDifference {
  /** `effectiveFrom`, `effectiveTo`, `reviewPolicy`, `licenseRequirement`. */
  readonly field: string;
  readonly earlier: string;
  readonly later: string;
}

/** One document in the history of a rulemaking. */
export interface LineageStep {
  readonly documentNumber: string;
  readonly publishedOn?: string;
  /** `anprm`, `proposed`, `interim_final`, `final`, `correction`, or the stage of a document that is none of these. */
  readonly step: Stage | 'correction';
  readonly changeId: string;
}

/**
 * What one source has announced and another has yet to show. `listed`: parties announced by a document, until the list shows
 * them. `codified`: rule text announced with its CFR part, until the codified text changed. `consolidated`: promulgated in
 * Japan, until e-Gov shows it. `enforced`: shown as pending by e-Gov, until it is in force. `announced`: the other way round, a
 * list changed, until the document is found that announces it.
 */
export type ObligationKind = 'listed' | 'codified' | 'consolidated' | 'enforced' | 'announced';

/**
 * `unprovable`: the state before the announcement was never captured, so that nothing can be concluded; said, not hidden.
 */
export type ObligationState = 'open' | 'closed' | 'unprovable';

/**
 * Why a person must look. `counts_differ`: the list shows another number than was announced. `terms_differ`: two sources state
 * another date or policy of one act. `not_shown`: announced and in effect, and not on the list after the grace. `not_announced`:
 * a list changed and no document announces it after the grace.
 */
export type ReviewKind = 'counts_differ' | 'terms_differ' | 'not_shown' | 'not_announced';
