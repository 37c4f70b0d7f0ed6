import type { LogRecord } from './event-log.ts';

/** What a consumer is given besides its subscription: the clock, and whom to tell. */
export interface ConsumerPorts {
  readonly now: () => Date;
  /** Told of each record that was set aside; the effects of telling are the caller's. */
  readonly onDeadLetter?: (letter: { group: string; record: LogRecord; code: string; reason: string }) => void;
  /** Told when the log itself could not be read; the next round asks again. */
  readonly onReadFailure?: (failure: { group: string; error: unknown }) => void;
  /** Told of each attempt that failed and will be made again. */
  readonly onRetry?: (retry: {
    group: string;
    record: LogRecord;
    attempt: number;
    delayMs: number;
    error: unknown;
  }) => void;
}
