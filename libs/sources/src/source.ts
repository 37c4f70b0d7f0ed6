import type { Jurisdiction, ReadOutcome } from '#domain';

/** Bounds outside which a reading is held instead of compared. */
export interface SourceGuard {
  /** Fewest entries, provisions or documents a whole capture may hold. */
  readonly minEntries: number;
  /** Largest share (0 to 1) of the last accepted reading that may vanish at once. */
  readonly maxLossShare: number;
  /** A held reading is accepted when the same content is seen again after this long. 0: only a person releases it. */
  readonly confirmAfterMinutes: number;
  /** Newest entry older than this makes a feed stale. */
  readonly maxNewestAgeHours?: number;
}

/** One watched publication, as `config/sources.yaml` states it. */
export interface Source {
  readonly id: string;
  /** Folder under libs/sources/src that knows the format. */
  readonly family: string;
  readonly title: string;
  readonly jurisdiction: Jurisdiction;
  /** Instrument of changes whose text does not name a better one. */
  readonly instrumentId: string;
  /** Base address; the family's request plan builds on it. */
  readonly url: string;
  /** Official page for a human reader. */
  readonly link: string;
  /** Five-field cron expression, evaluated in `timeZone`. */
  readonly schedule: string;
  readonly timeZone: string;
  /** Longest time without a successful check before the source counts as a coverage gap. */
  readonly freshnessHours: number;
  readonly requestsPerSecond: number;
  readonly timeoutSeconds: number;
  readonly maxBodyBytes: number;
  readonly guard: SourceGuard;
  /**
   * What a first capture of documents means. `history`: known from before, recorded, not alerting. `announce`: each document
   * is a dated act of its own and keeps its type's alerting; subscriptions still hear only what comes after the first poll.
   */
  readonly firstCapture: 'history' | 'announce';
  /** Sources that publish the same documents (public inspection, then publication) share one space: one act, one alert. */
  readonly documentSpace: string;
  /**
   * For texts that are not yet law: the source whose text in force they are compared with. Each of their changes is told once
   * by what it says, however often the text comes again before it is law.
   */
  readonly comparedWith?: string;
  /** Terms that only this family understands: agency slugs, CFR parts, law id. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** One HTTP GET that a family wants. */
export interface CaptureRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Media types that may carry the publication; anything else is a block page or an error. */
  readonly accept: readonly string[];
  /** `probe` bodies only steer the plan (eCFR titles); `capture` bodies are kept and read. */
  readonly purpose: 'probe' | 'capture';
  /**
   * For a publication whose address names a day: what it is called from day to day, and the publisher's own mark of its state.
   * The request is left out while the last capture had the same mark, unless a held reading waits to be confirmed.
   */
  readonly state?: { readonly of: string; readonly mark: string };
  /**
   * Fails alone: the other requests of the poll are still made. `counts`: its failure is the source's, an operator is told.
   * `optional`: what it would have added is missing, no more; the failure is only noted.
   */
  readonly apart?: 'counts' | 'optional';
  /** Its capture belongs before that of the answer it follows from: the full text of a rule before the page that lists it. */
  readonly leads?: true;
}

/** The bytes of one capture with what the publisher said about them. */
export interface CapturedBytes {
  readonly bytes: Uint8Array;
  /** As declared, with parameters: `text/html; charset=utf-8`. */
  readonly mediaType: string;
  readonly url: string;
  /** UTC instant, ISO 8601. */
  readonly retrievedAt: string;
}

/** All that is known about one publisher family's format. Pure: no I/O, no clock. */
export interface SourceFamily {
  readonly family: string;
  /**
   * Each address is a publication of its own: a doubtful capture of one is not settled by a good one of another. Absent: all
   * captures of a source are states of one publication.
   */
  readonly eachAddressApart?: true;
  /** First requests of one poll. `now` decides date windows. */
  plan(source: Source, now: Date): readonly CaptureRequest[];
  /** Requests that follow from an answer: the next page, the part a probe pointed at. Absent: none ever. */
  follow?(source: Source, request: CaptureRequest, answer: CapturedBytes, now: Date): readonly CaptureRequest[];
  /** Bytes to reading. Never throws or rejects: what is not understood is an outcome. A promise where a format needs one. */
  read(source: Source, capture: CapturedBytes): ReadOutcome | Promise<ReadOutcome>;
  /** Official page for one subject of this source, or the source's own link. */
  link(source: Source, subjectLabel: string): string;
}
