import type { ChangeType } from './change-type.ts';
import type { Evidence, Quote } from './evidence.ts';
import type { JsonObject } from './json.ts';

export type Jurisdiction = 'US' | 'JP' | 'ML';

/** How far a measure has come. `announced` is not law. */
export type Stage =
  | 'announced'
  | 'anprm'
  | 'proposed'
  | 'interim_final'
  | 'final'
  | 'in_force'
  | 'stayed'
  | 'withdrawn'
  | 'guidance';

/** Effect on the regulated public. `unknown` where the text does not settle it; never a guess. */
export type Direction = 'tighten' | 'loosen' | 'mixed' | 'neutral' | 'unknown';

export type SubjectKind = 'entity' | 'item' | 'threshold' | 'country' | 'authorisation' | 'rule' | 'document';

export interface Subject {
  readonly kind: SubjectKind;
  /** Identity by content, stable across captures of one source. */
  readonly key: string;
  /** As the publisher prints it. */
  readonly label: string;
}

/**
 * Legal dates are calendar dates (`YYYY-MM-DD`) in the authority's zone. Announced, published, effective and codified
 * are different days: a rule may bind before it is printed, and eCFR shows it only afterwards.
 */
export interface LegalDates {
  readonly announcedOn?: string;
  /** Instant of filing for public inspection, with offset as served. */
  readonly publicInspectionAt?: string;
  readonly publishedOn?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly appliesAsOf?: string;
  readonly complianceBy?: string;
  readonly commentClose?: string;
  readonly savingsUntil?: string;
  readonly codifiedOn?: string;
  /** The document says the date will be announced later. */
  readonly effectiveTBD?: boolean;
}

/** Identifiers that join documents about the same legal act. */
export interface Lineage {
  readonly rin?: readonly string[];
  readonly docket?: readonly string[];
  readonly citation?: readonly string[];
  readonly supersedes?: readonly string[];
  readonly corrects?: readonly string[];
}

export interface Detection {
  readonly path: 'list_diff' | 'codified_diff' | 'document' | 'clock';
  /** True when a person should confirm the parse; the change is still told, labelled "unconfirmed parse". */
  readonly needsReview: boolean;
  /** Why review is needed, and which known traps were met. */
  readonly notes: readonly string[];
  /** Found in the first capture of a source: it is history, and nobody is alerted. */
  readonly baseline: boolean;
}

/** One typed, past-tense fact between two readings of a source. The wire form everywhere: log, API, webhook, evaluation. */
export interface Change {
  readonly changeId: string;
  readonly type: ChangeType;
  /** False: recorded and shown, told to nobody (citation-only, editorial, redesignated). */
  readonly alerting: boolean;
  readonly sourceId: string;
  readonly instrumentId: string;
  readonly jurisdiction: Jurisdiction;
  readonly subject: Subject;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly stage: Stage;
  readonly direction: Direction;
  readonly dates: LegalDates;
  /** At least one entry; a change without evidence is invalid. */
  readonly evidence: readonly Evidence[];
  readonly lineage: Lineage;
  readonly documentNumber?: string;
  readonly detection: Detection;
  /** UTC instant, ISO 8601. */
  readonly detectedAt: string;
}

/**
 * What a differ finds, before it knows ids, captures or the clock. `quotes` must hold at least one entry.
 * Fields left out take the source's defaults (instrument, stage `in_force`) or the type's (`alerting`).
 */
export interface ChangeDraft {
  readonly type: ChangeType;
  readonly subject: Subject;
  readonly direction: Direction;
  readonly quotes: readonly Quote[];
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly alerting?: boolean;
  readonly instrumentId?: string;
  readonly stage?: Stage;
  readonly dates?: LegalDates;
  readonly lineage?: Lineage;
  readonly documentNumber?: string;
  readonly citation?: string;
  readonly officialUrl?: string;
  readonly needsReview?: boolean;
  readonly notes?: readonly string[];
}
