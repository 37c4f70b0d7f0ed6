import { type FetchClock, systemClock } from './fetch-clock.ts';
import type { FetchOutcome, FetchRequest } from './fetch-outcome.ts';
import { type GuardedAgentOptions, guardedAgent } from './guarded-agent.ts';
import { hostGate } from './host-gate.ts';
import { politeGet } from './polite-get.ts';
import { type PostOutcome, type PostRequest, post } from './post.ts';

/** How a fetcher is set up. One per process: politeness is counted inside it. */
export interface FetcherOptions extends GuardedAgentOptions {
  /** Sent with everything; names a contact. See {@link contactableUserAgent}. */
  readonly userAgent: string;
  /** Default: the machine's clock. */
  readonly clock?: FetchClock;
  /** Replays: maps a publisher's address to the one really asked. Outcomes keep the publisher's. GET only. */
  readonly rewriteUrl?: (url: string) => string;
}

/** All HTTP that Redline sends. */
export interface Fetcher {
  /** A polite, bounded, guarded GET of a publication. Resolves with an outcome for all that network and server may do. */
  get(request: FetchRequest): Promise<FetchOutcome>;
  /** A guarded POST to a webhook target: no redirects, no queue, answer capped. */
  post(request: PostRequest): Promise<PostOutcome>;
  /** Ends waiting and running requests (outcome `stopping`) and closes all connections. */
  close(): Promise<void>;
}

/**
 * The fetcher over undici. Connections go only to public addresses and those in `allow`.
 * @throws InvalidAllowListError when `allow` holds something that is not a CIDR.
 */
export function createFetcher({
  userAgent,
  clock = systemClock,
  rewriteUrl = (url) => url,
  ...connection
}: FetcherOptions): Fetcher {
  const stopping = new AbortController();
  const agent = guardedAgent(connection);
  const gate = hostGate(clock, stopping.signal);
  const ports = { agent, clock, gate, userAgent, rewriteUrl };
  return {
    get: (request) => politeGet(ports, request),
    post: (request) => post(ports, request),
    async close() {
      stopping.abort();
      await agent.destroy();
    },
  };
}
