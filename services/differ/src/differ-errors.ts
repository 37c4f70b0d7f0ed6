import { RedlineError } from '#domain';

/** A capture names a source that the configuration does not hold (any more). Put the entry back, then replay the letter. */
export class UnknownSourceError extends RedlineError {
  readonly code = 'unknown_source';
  readonly retriable = false;
}

/** An event names a capture that the store does not hold. */
export class CaptureMissingError extends RedlineError {
  readonly code = 'capture_missing';
  readonly retriable = false;
}
