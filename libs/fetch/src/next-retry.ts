import type { FetchOutcome, RefusedBecause, UnavailableBecause } from './fetch-outcome.ts';

/** Whether one poll should ask again, and after how long. */
export type RetryDecision = { readonly retry: true; readonly delayMs: number } | { readonly retry: false };

/** Requests that one poll may send for one address; after that the next scheduled poll tries. */
export const MAX_TRIES = 3;
/** A server that asks for a longer wait than this is left to the next scheduled poll. */
export const LONGEST_WAIT_IN_POLL_MS = 5 * 60 * 1000;
const SHORTEST_WAIT_MS = 1_000;

const NEVER: RetryDecision = { retry: false };

/** First delays in milliseconds; each further one doubles. Kinds that are not listed do not pass by waiting. */
const AFTER_REFUSAL: Partial<Record<RefusedBecause, number>> = { truncated: 5_000, empty: 5_000 };
const AFTER_FAILURE: Partial<Record<UnavailableBecause, number>> = {
  dns: 2_000,
  connect: 2_000,
  reset: 2_000,
  protocol: 5_000,
  timeout: 10_000,
};
/** 429 of a publisher that names no Retry-After (eCFR), and 504 of one that is still computing, need a long pause. */
const AFTER_STATUS: Readonly<Record<number, number>> = {
  408: 5_000,
  425: 5_000,
  429: 30_000,
  500: 5_000,
  502: 5_000,
  503: 15_000,
  504: 60_000,
};

/**
 * Decides on another try after `attempt` (1 for the first). A host's Retry-After wins over our own delay; jitter is only
 * ever added, at most a quarter. A block page, a wrong type or a client error is never retried: asking again makes a
 * bot wall taller. `random` gives a number in [0, 1).
 */
export function nextRetry(attempt: number, outcome: FetchOutcome, random: () => number): RetryDecision {
  if (attempt >= MAX_TRIES) return NEVER;
  const asked = outcome.kind === 'unavailable' ? outcome.retryAfterMs : undefined;
  const first = firstDelay(outcome);
  if (first === undefined) return NEVER;
  const wait = Math.max(SHORTEST_WAIT_MS, asked ?? first * 2 ** (attempt - 1));
  if (wait > LONGEST_WAIT_IN_POLL_MS) return NEVER;
  return { retry: true, delayMs: Math.ceil(wait * (1 + random() / 4)) };
}

function firstDelay(outcome: FetchOutcome): number | undefined {
  if (outcome.kind === 'refused') return AFTER_REFUSAL[outcome.because];
  if (outcome.kind !== 'unavailable') return undefined;
  if (outcome.because === 'host_resting') return 0;
  if (outcome.because === 'status') return AFTER_STATUS[outcome.status ?? 0];
  return AFTER_FAILURE[outcome.because];
}
