export interface RedlineErrorOptions {
  readonly cause?: unknown;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a caller cannot continue past. Expected outcomes are values, never one of these. */
export abstract class RedlineError extends Error {
  /** Stable machine name: alerts and tests match this, never the message. */
  abstract readonly code: string;
  /** True: the same call may succeed later, retry. False: hold or dead-letter, and tell a person. */
  abstract readonly retriable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, { cause, details = {} }: RedlineErrorOptions = {}) {
    super(message, { cause });
    this.name = new.target.name;
    this.details = details;
  }
}
