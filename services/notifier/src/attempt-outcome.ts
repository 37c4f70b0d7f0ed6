import { assertNever } from '#domain';
import type { MailAnswer } from './channel/email/mail.ts';
import type { WebhookAnswer } from './notifier-ports.ts';
import { MAX_ATTEMPTS, retryDelayMs } from './retry-schedule.ts';

/** What one attempt means for its delivery and its endpoint. `outcome` is for people and holds nothing a receiver wrote. */
export type AttemptOutcome =
  | { readonly kind: 'delivered'; readonly outcome: string }
  | {
      readonly kind: 'retry';
      readonly outcome: string;
      /** Milliseconds from the end of this attempt. */
      readonly delayMs: number;
      /** Milliseconds in which the endpoint wants nothing at all. */
      readonly pauseEndpointMs?: number;
    }
  | {
      readonly kind: 'gave_up';
      readonly outcome: string;
      readonly disableSubscription: boolean;
      /** A mail server said that this address will never take it. */
      readonly bounced?: boolean;
    };

const GONE = 410;
const THROTTLED: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** Pause of a throttling endpoint that does not say how long. */
const DEFAULT_PAUSE_MS = 30_000;

/**
 * 2xx is delivered. 410 disables the subscription. A refused target gives up: a private address does not become public by
 * waiting; a mail refused with 5yz is given up too. Everything else, 3xx included, is tried again on the schedule; 429, 502, 503 and 504 also pause the endpoint,
 * for as long as their Retry-After asks. Source: Standard Webhooks 1.0.0; RFC 9110 sections 15 and 10.2.3.
 * @param attempt number of the attempt just made, from 1
 * @param random uniform in [0, 1)
 */
export function attemptOutcome(answer: WebhookAnswer | MailAnswer, attempt: number, random: number): AttemptOutcome {
  switch (answer.kind) {
    case 'answered':
      return outcomeOfStatus(answer, attempt, random);
    case 'accepted':
      return { kind: 'delivered', outcome: `the mail server took it (${answer.status})` };
    case 'deferred':
      return failed(`the mail server put it off (${answer.status})`, attempt, random, 0);
    case 'bounced':
      return {
        kind: 'gave_up',
        outcome: `the mail server refused it for good (${answer.status})`,
        disableSubscription: false,
        bounced: true,
      };
    case 'refused_target':
      return {
        kind: 'gave_up',
        outcome: `the target is refused (${answer.because}): webhooks go to public addresses only`,
        disableSubscription: false,
      };
    case 'unreachable':
      return failed(`no answer (${answer.because})`, attempt, random, 0);
    default:
      return assertNever(answer);
  }
}

function outcomeOfStatus(
  { status, retryAfterMs = 0 }: { readonly status: number; readonly retryAfterMs?: number },
  attempt: number,
  random: number,
): AttemptOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered', outcome: `delivered (${status})` };
  if (status === GONE) {
    return { kind: 'gave_up', outcome: 'answered 410: the subscription is disabled', disableSubscription: true };
  }
  const redirect = status >= 300 && status < 400 ? ': redirects are not followed' : '';
  const next = failed(`answered ${status}${redirect}`, attempt, random, THROTTLED.has(status) ? retryAfterMs : 0);
  if (next.kind !== 'retry' || !THROTTLED.has(status)) return next;
  return { ...next, pauseEndpointMs: retryAfterMs > 0 ? retryAfterMs : DEFAULT_PAUSE_MS };
}

/** A failed attempt of any other cause, an error of ours included. `atLeastMs` is what the receiver asked for. */
export function failed(outcome: string, attempt: number, random: number, atLeastMs: number): AttemptOutcome {
  const delayMs = retryDelayMs(attempt, random);
  if (delayMs === undefined) {
    return {
      kind: 'gave_up',
      outcome: `${outcome}; gave up after ${MAX_ATTEMPTS} attempts`,
      disableSubscription: false,
    };
  }
  return { kind: 'retry', outcome, delayMs: Math.max(delayMs, atLeastMs) };
}
