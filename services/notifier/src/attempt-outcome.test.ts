import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptOutcome } from './attempt-outcome.ts';
import { RETRY_SCHEDULE_MS } from './retry-schedule.ts';

const answered = (status: number, retryAfterMs?: number) =>
  ({ kind: 'answered', status, bodyText: 'hello', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }) as const;

describe('attemptOutcome', () => {
  it.each([200, 201, 202, 204, 299])('counts %i as delivered', (status) => {
    expect(attemptOutcome(answered(status), 1, 0)).toEqual({ kind: 'delivered', outcome: `delivered (${status})` });
  });

  it.each([100, 301, 302, 308, 400, 401, 404, 408, 500, 501])('tries again after %i, on the schedule', (status) => {
    const outcome = attemptOutcome(answered(status, 3_600_000), 1, 0);
    expect(outcome).toMatchObject({ kind: 'retry', delayMs: 5_000 });
    expect(outcome).not.toHaveProperty('pauseEndpointMs');
  });

  it('says that a redirect is not followed', () => {
    expect(attemptOutcome(answered(302), 1, 0).outcome).toBe('answered 302: redirects are not followed');
  });

  it('disables the subscription of an endpoint that is gone', () => {
    expect(attemptOutcome(answered(410), 1, 0)).toMatchObject({ kind: 'gave_up', disableSubscription: true });
  });

  it.each([429, 502, 503, 504])('pauses the endpoint for as long as the Retry-After of a %i asks', (status) => {
    expect(attemptOutcome(answered(status, 60_000), 1, 0)).toMatchObject({
      kind: 'retry',
      delayMs: 60_000,
      pauseEndpointMs: 60_000,
    });
  });

  it.each([429, 502, 503, 504])('pauses the endpoint for half a minute after a %i without Retry-After', (status) => {
    expect(attemptOutcome(answered(status), 1, 0)).toMatchObject({ delayMs: 5_000, pauseEndpointMs: 30_000 });
  });

  it('does not let Retry-After shorten the schedule', () => {
    expect(attemptOutcome(answered(503, 1_000), 2, 0)).toMatchObject({ delayMs: 300_000, pauseEndpointMs: 1_000 });
  });

  it('gives up on a refused target at once, and says why', () => {
    const outcome = attemptOutcome({ kind: 'refused_target', because: 'blocked_address' }, 1, 0);
    expect(outcome).toMatchObject({ kind: 'gave_up', disableSubscription: false });
    expect(outcome.outcome).toContain('blocked_address');
  });

  it('tries an endpoint again that did not answer', () => {
    expect(attemptOutcome({ kind: 'unreachable', because: 'timeout' }, 3, 0)).toEqual({
      kind: 'retry',
      outcome: 'no answer (timeout)',
      delayMs: 1_800_000,
    });
  });

  it('gives up after the tenth attempt without disabling the subscription', () => {
    expect(attemptOutcome(answered(500), 10, 0)).toEqual({
      kind: 'gave_up',
      outcome: 'answered 500; gave up after 10 attempts',
      disableSubscription: false,
    });
  });

  it('never waits less than the schedule and never repeats what a receiver wrote', () => {
    const answers = fc.record({
      kind: fc.constant('answered' as const),
      status: fc.integer({ min: 100, max: 599 }),
      bodyText: fc.constant('SECRET WORDS'),
      retryAfterMs: fc.integer({ min: 0, max: 86_400_000 }),
    });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 9 }), random, (answer, attempt, drawn) => {
        const outcome = attemptOutcome(answer, attempt, drawn);
        expect(outcome.outcome).not.toContain('SECRET');
        if (outcome.kind === 'retry') expect(outcome.delayMs).toBeGreaterThanOrEqual(RETRY_SCHEDULE_MS[attempt] ?? 0);
      }),
    );
  });
});
