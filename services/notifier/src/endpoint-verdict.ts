import type { EndpointState } from '#store';

const DAY_MS = 86_400_000;
/** An endpoint that fails for so long is not coming back by itself. Source: Standard Webhooks 1.0.0, "Operational considerations". */
const LONGEST_FAILURE_MS = 5 * DAY_MS;
/** Mails in a row that were refused for good: the address is wrong, not unlucky. */
const MOST_BOUNCES = 3;

/**
 * Whether an endpoint has failed for so long that nothing more is sent to it.
 * @returns the reason, as its owner reads it; undefined while it may go on.
 */
export function whyDisable(state: EndpointState, now: Date): string | undefined {
  if (state.bounces >= MOST_BOUNCES) return `the mail server refused ${state.bounces} messages in a row for good`;
  const { failingSince } = state;
  if (failingSince === null || now.getTime() - Date.parse(failingSince) < LONGEST_FAILURE_MS) return undefined;
  return `every attempt failed for five days (${state.consecutiveFailures} of them, last: ${state.lastOutcome})`;
}
