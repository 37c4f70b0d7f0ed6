import type { Fetcher, FetchOutcome } from '#fetch';
import type { CapturedBytes, CaptureRequest, Source, SourceFamily } from '#sources';
import type { Arrival } from './take-in.ts';

/** Most requests one poll may make: a publisher whose pages link in a circle must not keep us for ever. */
const MOST_REQUESTS = 200;

export interface FetchPorts {
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  /** Validators to send for an address; undefined asks for the whole body. */
  readonly validatorsFor: (url: string) => Promise<{ etag?: string; lastModified?: string } | undefined>;
  /** Waits before another try within the poll. */
  readonly pause: (ms: number) => Promise<void>;
  /** What to do after a failed try: `undefined` gives up until the next poll. */
  readonly retryDelayMs: (attempt: number, outcome: FetchOutcome) => number | undefined;
}

/** What one request of a poll came to. */
export type PollStep =
  | { readonly kind: 'arrived'; readonly arrival: Omit<Arrival, 'baseline'> }
  | { readonly kind: 'not_modified'; readonly url: string; readonly durationMs: number }
  | {
      readonly kind: 'failed';
      readonly url: string;
      readonly durationMs: number;
      readonly outcome: FailedOutcome;
      /** How far the failure reaches, where it is not the whole poll's. */
      readonly apart?: 'counts' | 'optional';
    };

export type FailedOutcome = Extract<FetchOutcome, { kind: 'refused' | 'unavailable' }>;

/** What is left of a poll: a request to make, or an answer that waits for those that belong before it. */
type Waiting = { readonly ask: CaptureRequest } | { readonly tell: PollStep };

/**
 * Asks for everything one poll of a source needs, request by request, following the family's plan. Stops at the first
 * failure: a half-read set of pages is told as failed, not as complete. A request that stands apart fails alone.
 */
export async function* fetchSource(ports: FetchPorts, source: Source, family: SourceFamily): AsyncGenerator<PollStep> {
  const startedAt = ports.now();
  const queue: Waiting[] = family.plan(source, startedAt).map((ask) => ({ ask }));
  for (let made = 0; queue.length > 0; ) {
    const next = queue.shift();
    if (next === undefined) return;
    if ('tell' in next) {
      yield next.tell;
      continue;
    }
    const request = next.ask;
    if (await isAsCaptured(ports, request)) {
      yield { kind: 'not_modified', url: request.url, durationMs: 0 };
      continue;
    }
    const before = ports.now().getTime();
    const outcome = made < MOST_REQUESTS ? await askPatiently(ports, source, request) : tooManyRequests(request);
    made += 1;
    const durationMs = ports.now().getTime() - before;
    if (outcome.kind === 'not_modified') {
      yield { kind: 'not_modified', url: request.url, durationMs };
      continue;
    }
    if (outcome.kind !== 'fetched') {
      const { apart } = request;
      yield { kind: 'failed', url: request.url, durationMs, outcome, ...(apart ? { apart } : {}) };
      if (apart && made < MOST_REQUESTS) continue;
      return;
    }
    const captured: CapturedBytes = {
      bytes: outcome.bytes,
      mediaType: outcome.mediaType,
      url: outcome.url,
      retrievedAt: ports.now().toISOString(),
    };
    const followers = family.follow?.(source, request, captured, startedAt) ?? [];
    queue.push(...followers.filter(({ leads }) => !leads).map((ask) => ({ ask })));
    const marks = request.state ? { state: request.state } : outcome.validators;
    const arrival = { requestUrl: request.url, captured, durationMs, ...marks };
    const own: Waiting[] = request.purpose === 'capture' ? [{ tell: { kind: 'arrived', arrival } }] : [];
    queue.unshift(...followers.filter(({ leads }) => leads).map((ask) => ({ ask })), ...own);
  }
}

/** The publisher marks what we hold as its present state: there is nothing to ask for. */
async function isAsCaptured(ports: FetchPorts, { state }: CaptureRequest): Promise<boolean> {
  return state !== undefined && (await ports.validatorsFor(state.of))?.etag === state.mark;
}

async function askPatiently(ports: FetchPorts, source: Source, request: CaptureRequest): Promise<FetchOutcome> {
  const isPlain = request.purpose === 'capture' && request.state === undefined;
  const validators = isPlain ? await ports.validatorsFor(request.url) : undefined;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await ports.fetcher.get({
      url: request.url,
      ...(request.headers ? { headers: request.headers } : {}),
      ...(validators ? { validators } : {}),
      accept: request.accept,
      timeoutMs: source.timeoutSeconds * 1000,
      maxBodyBytes: source.maxBodyBytes,
      requestsPerSecond: source.requestsPerSecond,
    });
    const delayMs = ports.retryDelayMs(attempt, outcome);
    if (delayMs === undefined) return outcome;
    await ports.pause(delayMs);
  }
}

function tooManyRequests(request: CaptureRequest): FailedOutcome {
  return {
    kind: 'refused',
    because: 'too_many_redirects',
    detail: `more than ${MOST_REQUESTS} requests in one poll`,
    url: request.url,
  };
}
