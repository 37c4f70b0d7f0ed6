import { RedlineError } from '#domain';

/** A connection was refused because the host resolves to an address that is neither public nor allowed. */
export class BlockedAddressError extends RedlineError {
  readonly code = 'FETCH_BLOCKED_ADDRESS';
  readonly retriable = false;

  constructor(hostname: string, address: string) {
    super(`${hostname} leads to ${address}, which is not a public address`, { details: { hostname, address } });
  }
}

/** A receiver let the time run out that one request may take. */
export class DeadlinePassedError extends RedlineError {
  readonly code = 'FETCH_DEADLINE_PASSED';
  readonly retriable = true;

  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`, { details: { timeoutMs } });
  }
}

/** The allow list of the configuration holds something that is not a CIDR; the process must not start with it. */
export class InvalidAllowListError extends RedlineError {
  readonly code = 'FETCH_INVALID_ALLOW_LIST';
  readonly retriable = false;

  constructor(cidrs: readonly string[]) {
    super(`not a CIDR: ${cidrs.join(', ')}`, { details: { cidrs } });
  }
}
