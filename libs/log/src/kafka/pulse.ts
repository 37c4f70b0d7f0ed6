/** Tells the group's coordinator that a member lives while it works on one record. */
export interface Pulse {
  /** Aborted when the group has moved on: what is not applied by then is another member's to apply. */
  readonly signal: AbortSignal;
  /** A new record is taken up: its time starts. */
  nextRecord(): void;
  stop(): void;
}

export interface PulseLimits {
  readonly everyMs: number;
  /** After this on one record nothing is told any more: a handler that hangs must lose its partitions, not keep them. */
  readonly longestHandlingMs: number;
}

export function startPulse(heartbeat: () => Promise<void>, limits: PulseLimits): Pulse {
  const lost = new AbortController();
  let since = performance.now();
  let beating = false;
  const beat = async (): Promise<void> => {
    if (beating || lost.signal.aborted || performance.now() - since > limits.longestHandlingMs) return;
    beating = true;
    try {
      await heartbeat();
    } catch (error) {
      lost.abort(error);
    } finally {
      beating = false;
    }
  };
  const timer = setInterval(() => void beat(), limits.everyMs);
  return {
    signal: lost.signal,
    nextRecord: () => {
      since = performance.now();
    },
    stop: () => clearInterval(timer),
  };
}
