import { describe, expect, it } from 'vitest';
import type { FetchOutcome, RefusedBecause, UnavailableBecause } from './fetch-outcome.ts';
import { MAX_TRIES, nextRetry } from './next-retry.ts';

const url = 'https://www.ecfr.gov/api/versioner/v1/titles.json';
const noJitter = () => 0;

function status(code: number, retryAfterMs?: number): FetchOutcome {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { kind: 'unavailable', because: 'status', status: code, detail: '', url, ...wait };
}
const unavailable = (because: UnavailableBecause): FetchOutcome => ({ kind: 'unavailable', because, detail: '', url });
const refused = (because: RefusedBecause): FetchOutcome => ({ kind: 'refused', because, detail: '', url });

describe('nextRetry', () => {
  it('backs off from a 429 that names no wait, longer each time', () => {
    expect(nextRetry(1, status(429), noJitter)).toEqual({ retry: true, delayMs: 30_000 });
    expect(nextRetry(2, status(429), noJitter)).toEqual({ retry: true, delayMs: 60_000 });
  });

  it('retries a 504 slowly, since the publisher is still computing', () => {
    expect(nextRetry(1, status(504), noJitter)).toEqual({ retry: true, delayMs: 60_000 });
  });

  it('waits as long as the host asks', () => {
    expect(nextRetry(1, status(503, 90_000), noJitter)).toEqual({ retry: true, delayMs: 90_000 });
    expect(nextRetry(2, status(429, 2_000), noJitter)).toEqual({ retry: true, delayMs: 2_000 });
  });

  it('waits a second at least, whatever the host says', () => {
    expect(nextRetry(1, status(429, 0), noJitter)).toEqual({ retry: true, delayMs: 1_000 });
  });

  it('leaves a wait of more than five minutes to the next poll', () => {
    expect(nextRetry(1, status(503, 300_001), noJitter)).toEqual({ retry: false });
  });

  it('waits for the end of the rest that a host asked for', () => {
    const resting: FetchOutcome = {
      kind: 'unavailable',
      because: 'host_resting',
      detail: '',
      url,
      retryAfterMs: 7_000,
    };
    expect(nextRetry(1, resting, noJitter)).toEqual({ retry: true, delayMs: 7_000 });
  });

  it('stops after three tries', () => {
    expect(nextRetry(MAX_TRIES - 1, unavailable('timeout'), noJitter).retry).toBe(true);
    expect(nextRetry(MAX_TRIES, unavailable('timeout'), noJitter)).toEqual({ retry: false });
  });

  it('adds jitter of at most a quarter and never subtracts', () => {
    expect(nextRetry(1, unavailable('reset'), () => 0.999)).toEqual({ retry: true, delayMs: 2_500 });
  });

  it.each(['dns', 'connect', 'reset', 'timeout'] as const)('retries after %s', (because) => {
    expect(nextRetry(1, unavailable(because), noJitter).retry).toBe(true);
  });

  it('retries a body that was cut, since the next one may be whole', () => {
    expect(nextRetry(1, refused('truncated'), noJitter).retry).toBe(true);
  });

  it.each(['blocked_page', 'wrong_type', 'too_large', 'blocked_address', 'bad_redirect'] as const)(
    'does not ask again after %s',
    (because) => {
      expect(nextRetry(1, refused(because), noJitter)).toEqual({ retry: false });
    },
  );

  it.each([400, 401, 403, 404, 406, 410, 501])('does not ask again after status %i', (code) => {
    expect(nextRetry(1, status(code), noJitter)).toEqual({ retry: false });
  });

  it('has nothing to retry after an answer', () => {
    expect(nextRetry(1, { kind: 'not_modified', validators: {} }, noJitter)).toEqual({ retry: false });
  });
});
