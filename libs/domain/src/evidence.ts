/** The verbatim proof of a change: words the publisher printed, where they stand, and the bytes they were read from. */
export interface Evidence {
  /** Which of the two compared readings holds the quote. */
  readonly side: 'before' | 'after';
  /** Address the bytes were served from. */
  readonly url: string;
  /** Official page for a reader, where it differs from `url`. */
  readonly officialUrl?: string;
  readonly documentNumber?: string;
  readonly citation?: string;
  /** Where in the capture the quote stands, in the publisher's terms: `row 14`, `別表第一 7の項(10の2)`. */
  readonly locator: string;
  /** Raw words, never normalised. At most {@link MAX_QUOTE_CHARS}. */
  readonly quote: string;
  readonly lang: 'en' | 'ja';
  /** sha256 (hex) of the captured bytes. */
  readonly sha256: string;
  /** UTC instant of the capture, ISO 8601. */
  readonly retrievedAt: string;
}

/** A quote as a differ knows it, before the capture it came from is attached. */
export interface Quote {
  readonly side: 'before' | 'after';
  readonly locator: string;
  readonly quote: string;
  readonly citation?: string;
}

/** Longest quote kept in an evidence entry; the whole text stays reachable through the capture's sha256. */
export const MAX_QUOTE_CHARS = 4_000;
