import type { FailedOutcome } from './fetch-source.ts';

const PLAIN_WORDS: Readonly<Record<FailedOutcome['because'], string>> = {
  dns: 'the publisher cannot be reached: its name cannot be looked up from here (no network?)',
  connect: 'the publisher cannot be reached: no connection',
  tls: 'the publisher cannot be reached: its certificate was not accepted',
  timeout: 'the publisher did not answer in time',
  reset: 'the publisher broke off the answer',
  protocol: 'the publisher answered in no readable form',
  status: 'the publisher answered with an error',
  host_resting: 'the publisher asked us to wait',
  stopping: 'the check was ended because Redline is stopping',
  blocked_page: 'the publisher showed a block page instead of the publication',
  wrong_type: 'the answer is not of the expected type',
  empty: 'the answer is empty',
  too_large: 'the answer is larger than the source may be',
  truncated: 'the answer is cut short',
  bad_encoding: 'the answer cannot be decoded',
  bad_url: 'the address is not valid',
  bad_redirect: 'the publisher sent us to an address we do not follow',
  too_many_redirects: 'the publisher sent us on too often',
  blocked_address: 'the address is private and not allowed',
};

/** What went wrong with a poll, in words an operator understands without this code. */
export function plainWords(outcome: FailedOutcome): string {
  const status = outcome.kind === 'unavailable' && outcome.status !== undefined ? ` (HTTP ${outcome.status})` : '';
  return `${PLAIN_WORDS[outcome.because]}${status}`;
}
