import type { Band, Change, ImpactReason } from '#domain';
import type { Deadline } from './deadlines.ts';
import type { RedlinePart } from './redline/redline-part.ts';
import type { RedlineLang } from './redline/words.ts';

/** Half-open span of our own instants, `from` included and `to` not. */
export interface DigestPeriod {
  /** UTC, ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** IANA zone in which the reader's days are meant. */
  readonly timeZone: string;
}

/** How far one source can be relied on for the period. */
export interface SourceFreshness {
  readonly sourceId: string;
  readonly title: string;
  readonly lastSuccessAt?: string;
  /** False: a coverage gap. Absence of changes from this source means nothing. */
  readonly fresh: boolean;
  readonly problem?: string;
  /** Checks within the period that reached the publisher, and those that did not. */
  readonly checks?: { readonly succeeded: number; readonly failed: number };
}

/** Where a statement can be looked up, official page first. */
export interface Citation {
  readonly text: string;
  readonly url: string;
  readonly officialUrl?: string;
}

/** One change as a line. */
export interface DigestLine {
  readonly changeId: string;
  readonly sentence: string;
  readonly band?: Band;
  readonly citations: readonly Citation[];
}

/** The two sides of a change with what differs. */
export interface Redline {
  readonly locator: string;
  readonly lang: RedlineLang;
  readonly parts: readonly RedlinePart[];
}

/** One change that calls for a decision. */
export interface DigestCard extends DigestLine {
  readonly change: Change;
  readonly band: Band;
  readonly score: number;
  readonly labels: readonly string[];
  readonly reasons: readonly ImpactReason[];
  readonly deadlines: readonly Deadline[];
  /** What the reader has to decide. Never a legal conclusion. */
  readonly decision: string;
  readonly redline?: Redline;
}

/** A deadline with the days left at the end of the period. */
export interface DigestDeadline extends Deadline {
  readonly daysLeft: number;
  /** `new`: first told in this period. `changed`: moved in it. `standing`: told before and still ahead. */
  readonly mark: 'new' | 'changed' | 'standing';
}

/** One party that joined, left or changed on a list. */
export interface ListChangeRow extends DigestLine {
  readonly list: string;
  readonly country: string;
  readonly entity: string;
  readonly sign: '+' | '−' | '~';
  readonly requirement: string;
  readonly policy: string;
}

/** One item, threshold, rule, country or authorisation that changed. */
export interface ItemChangeRow extends DigestLine {
  readonly code: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
  /** ▲ tightens, ▼ loosens, ◆ both, = neither, ? not settled by the text. */
  readonly arrow: '▲' | '▼' | '◆' | '=' | '?';
}

/** The steps of one rulemaking, oldest first. */
export interface PipelineThread {
  /** RIN, docket or document number. */
  readonly thread: string;
  readonly steps: readonly (DigestLine & {
    readonly publishedOn?: string;
    readonly step: string;
    /** Told in an earlier period; stands here so that the chain is whole. */
    readonly earlier?: boolean;
  })[];
}

/** One topic on both sides of the Pacific. */
export interface SidePair {
  readonly topic: string;
  readonly us: readonly DigestLine[];
  readonly jp: readonly DigestLine[];
  /** Where each side stands: what changed last, also before this period. */
  readonly usStatus: string;
  readonly jpStatus: string;
  readonly gap: string;
}

/** What was said and what holds. */
export interface CorrectionLine extends DigestLine {
  /** What it is about: `effective date`. */
  readonly fact: string;
  readonly said: string;
  readonly is: string;
  /** The change that had told it, with its proof; `citations` prove what holds. Absent where the reader was not told before. */
  readonly told?: { readonly changeId: string; readonly citations: readonly Citation[] };
}

/** Changes that were found and told to nobody, counted by kind. */
export interface NotAlerted {
  readonly type: string;
  readonly because: 'silent kind' | 'outside the profile' | 'told before by another source';
  readonly count: number;
  readonly changeIds: readonly string[];
}

/** One capture that statements of the digest rest on. */
export interface LedgerRow {
  readonly url: string;
  readonly documentNumber?: string;
  readonly locator: string;
  readonly sha256: string;
  readonly retrievedAt: string;
  readonly changeIds: readonly string[];
}

/** The report for one profile and one period, in the order in which counsel reads it. */
export interface Digest {
  readonly header: {
    readonly period: DigestPeriod;
    readonly profileName?: string;
    readonly counts: Readonly<Record<Band, number>>;
    readonly sources: readonly SourceFreshness[];
    readonly gaps: readonly SourceFreshness[];
    /** How many changes are told. */
    readonly told: number;
    readonly isEmpty: boolean;
  };
  readonly actNow: readonly DigestCard[];
  /** Dates told before whose reminder day has come in this period: nothing new, and something to do. */
  readonly datesDue: readonly DigestDeadline[];
  readonly deadlines: { readonly within30: readonly DigestDeadline[]; readonly within90: readonly DigestDeadline[] };
  readonly listChanges: readonly ListChangeRow[];
  readonly itemChanges: readonly ItemChangeRow[];
  readonly pipeline: readonly PipelineThread[];
  readonly sideBySide: readonly SidePair[];
  readonly guidance: readonly DigestLine[];
  readonly corrections: readonly CorrectionLine[];
  readonly notAlerted: readonly NotAlerted[];
  readonly ledger: readonly LedgerRow[];
  readonly disclaimers: readonly string[];
}
