import type { FetchClock } from './fetch-clock.ts';

interface HostState {
  /** Settles when the request before the next one is over. */
  tail: Promise<void>;
  lastStartAt: number;
  restsUntil: number;
}

/** Politeness towards one host: one request at a time, spaced, none while its Retry-After runs. */
export interface HostGate {
  /**
   * Waits for the turn and its spacing. Call the answer when the exchange is over.
   * Rejects when the gate's signal is aborted while waiting.
   */
  enter(host: string, requestsPerSecond: number): Promise<() => void>;
  /** Milliseconds that the host asked to be left alone from now; 0 when it may be asked. */
  restingMs(host: string): number;
  /** Leaves the host alone for `ms`; never shortens a rest. */
  rest(host: string, ms: number): void;
}

/** Enough for every publisher many times over; redirects to ever new hosts must not grow memory. */
const MAX_HOSTS = 1_000;

/** A gate in memory of this process. `stopping` ends all waiting. */
export function hostGate(clock: FetchClock, stopping: AbortSignal): HostGate {
  const hosts = new Map<string, HostState>();

  function stateOf(host: string): HostState {
    const state = hosts.get(host) ?? { tail: Promise.resolve(), lastStartAt: Number.NEGATIVE_INFINITY, restsUntil: 0 };
    hosts.delete(host);
    hosts.set(host, state);
    const [oldest] = hosts.keys();
    if (hosts.size > MAX_HOSTS && oldest !== undefined) hosts.delete(oldest);
    return state;
  }

  return {
    async enter(host, requestsPerSecond) {
      const state = stateOf(host);
      const turn = Promise.withResolvers<void>();
      const previous = state.tail;
      state.tail = turn.promise;
      await previous;
      try {
        const wait = spacingMs(state.lastStartAt, clock.now(), requestsPerSecond);
        if (wait > 0) await clock.sleep(wait, stopping);
      } catch (error) {
        turn.resolve();
        throw error;
      }
      state.lastStartAt = clock.now();
      return turn.resolve;
    },
    restingMs: (host) => Math.max(0, (hosts.get(host)?.restsUntil ?? 0) - clock.now()),
    rest(host, ms) {
      const state = stateOf(host);
      state.restsUntil = Math.max(state.restsUntil, clock.now() + ms);
    },
  };
}

/** Bounded by one interval, so that a clock set back cannot stop a host for hours. A senseless rate counts as 1. */
function spacingMs(lastStartAt: number, now: number, requestsPerSecond: number): number {
  const rate = Number.isFinite(requestsPerSecond) && requestsPerSecond > 0 ? requestsPerSecond : 1;
  const interval = 1000 / rate;
  return Math.min(interval, lastStartAt + interval - now);
}
