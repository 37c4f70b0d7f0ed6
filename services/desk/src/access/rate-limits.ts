import type { MiddlewareHandler } from 'hono';
import { hashOfToken } from '#store';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import type { Caller, DeskEnv } from './caller.ts';
import { addressOf } from './client-address.ts';
import { createRateLimiter } from './rate-limiter.ts';

/** How often, in a minute. */
export interface DeskLimits {
  /** Requests of one key, one session, or one address that is nobody. */
  readonly requests: number;
  /** Tries of one address to sign in. */
  readonly signIns: number;
  /** Different wrong keys of one address: who repeats an old one is mistaken, who varies it is guessing. */
  readonly wrongKeys: number;
}

export const DEFAULT_LIMITS: DeskLimits = { requests: 600, signIns: 10, wrongKeys: 10 };

export interface RateLimits {
  /** Stands after identification: holds a caller to the requests of a minute. */
  readonly limitRequests: MiddlewareHandler<DeskEnv>;
  /** Counts one try to sign in. @throws RefusedRequestError (429) when there were too many. */
  countSignIn(address: string): void;
  /** @throws RefusedRequestError (429) while an address has guessed too often; its right keys wait, too. */
  refuseGuesser(address: string): void;
  /** Counts a wrong key, and the request that brought it. @throws RefusedRequestError (429) when there were too many. */
  countWrongKey(address: string, key: string): void;
}

export function createRateLimits(ports: Pick<DeskPorts, 'now' | 'settings'>): RateLimits {
  const { limits } = ports.settings;
  const requests = createRateLimiter(limits.requests);
  const signIns = createRateLimiter(limits.signIns);
  const wrongKeys = createRateLimiter(limits.wrongKeys);
  const mistakes = createRateLimiter(1);
  return {
    limitRequests: async (c, next) => {
      refuseAfter(requests.take(nameOf(c.get('caller'), addressOf(c)), ports.now()));
      await next();
    },
    countSignIn: (address) => refuseAfter(signIns.take(address, ports.now())),
    refuseGuesser: (address) => refuseAfter(wrongKeys.waitOf(address, ports.now())),
    countWrongKey: (address, key) => {
      const repeated = mistakes.take(`${address} ${hashOfToken(key)}`, ports.now()) !== undefined;
      if (!repeated) wrongKeys.take(address, ports.now());
      refuseAfter(requests.take(`address ${address}`, ports.now()));
    },
  };
}

function nameOf(caller: Caller, address: string): string {
  if (caller.kind === 'key') return `key ${caller.keyId}`;
  return caller.kind === 'session' ? `session ${caller.formToken}` : `address ${address}`;
}

function refuseAfter(seconds: number | undefined): void {
  if (seconds === undefined) return;
  refuse({
    status: 429,
    code: 'too_many_requests',
    title: 'Too many requests',
    detail: `Wait ${seconds} seconds, then go on.`,
    retryAfterSeconds: seconds,
  });
}
