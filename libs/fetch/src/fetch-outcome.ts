/** What a publisher said about the version it served; sent back to ask whether it changed. */
export interface Validators {
  readonly etag?: string;
  /** Last-Modified exactly as received, never reformatted. */
  readonly lastModified?: string;
}

/** One polite GET. */
export interface FetchRequest {
  readonly url: string;
  /** Further headers, such as `accept-language`. They are dropped when a redirect leaves the origin. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly validators?: Validators;
  /** Media types that may carry the publication, without parameters; `text/*` and `*\/*` are understood. */
  readonly accept: readonly string[];
  /** Overall deadline from the first byte sent to the last received, redirects included; waiting for the host is not. */
  readonly timeoutMs: number;
  /** Limit for the body as received and, separately, as decoded. */
  readonly maxBodyBytes: number;
  /** Spacing of requests to the same host. */
  readonly requestsPerSecond: number;
}

/** Why an answer is not the publication although a server answered, or why no server was asked. */
export type RefusedBecause =
  | 'blocked_page'
  | 'wrong_type'
  | 'empty'
  | 'too_large'
  | 'truncated'
  | 'bad_encoding'
  | 'bad_url'
  | 'bad_redirect'
  | 'too_many_redirects'
  | 'blocked_address';

/** Why there was no answer to judge. `host_resting`: the host's Retry-After still runs and nothing was sent. */
export type UnavailableBecause =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'protocol'
  | 'status'
  | 'host_resting'
  | 'stopping';

/** The whole publication, decoded, within its limits and of an accepted type. */
export interface Fetched {
  readonly kind: 'fetched';
  readonly status: number;
  readonly bytes: Uint8Array;
  /** Content-Type as declared, with parameters. `application/octet-stream` when none was. */
  readonly mediaType: string;
  /** Address after redirects, as the publisher names it. */
  readonly url: string;
  readonly validators: Validators;
  /** Headers worth keeping beside the bytes: dates, caching, length, server. */
  readonly headersSubset: Readonly<Record<string, string>>;
}

/** The publisher has the version that the validators name. Validators repeat those sent, updated by the answer's. */
export interface NotModified {
  readonly kind: 'not_modified';
  readonly validators: Validators;
}

/** Something answered that is not the publication. `detail` is ours: it never quotes fetched text. */
export interface Refused {
  readonly kind: 'refused';
  readonly because: RefusedBecause;
  readonly detail: string;
  readonly url: string;
}

/** Nothing usable answered. `status` is set for `status`. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly because: UnavailableBecause;
  readonly detail: string;
  readonly url: string;
  readonly status?: number;
  /** Milliseconds, capped at a day. */
  readonly retryAfterMs?: number;
}

/** What came of a GET. Every expected outcome is one of these; `get` rejects for none of them. */
export type FetchOutcome = Fetched | NotModified | Refused | Unavailable;
