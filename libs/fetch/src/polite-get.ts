import { type ExchangePorts, exchange, type Redirect } from './exchange.ts';
import type { FetchClock } from './fetch-clock.ts';
import type { FetchOutcome, FetchRequest, RefusedBecause } from './fetch-outcome.ts';
import type { HostGate } from './host-gate.ts';
import { requestHeaders } from './http-headers.ts';
import { parseTargetUrl, redirectTarget } from './target-url.ts';

/** What a GET needs of the outside. */
export interface GetPorts extends ExchangePorts {
  readonly clock: FetchClock;
  readonly gate: HostGate;
  readonly userAgent: string;
  readonly rewriteUrl: (url: string) => string;
}

/** Redirects followed for one GET; publishers need two (OFAC, bis.doc.gov). */
const MAX_REDIRECTS = 5;

/** One odd answer must not silence all sources of a host for a day. */
const MAX_REST_MS = 60 * 60 * 1000;

/** A GET with its redirects, each hop through the gate of its host and within what is left of the deadline. */
export async function politeGet(ports: GetPorts, request: FetchRequest): Promise<FetchOutcome> {
  const start = parseTargetUrl(request.url);
  if (start === undefined) return refused(request.url, 'bad_url', 'not an http address');
  let url = start;
  let leftMs = request.timeoutMs;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const { answer, tookMs } = await oneHop(ports, request, { url, leftMs, isSameOrigin: url.origin === start.origin });
    if (answer.kind !== 'redirect') return answer;
    const target = redirectTarget(url, answer.location);
    if (target.kind === 'refuse') return refused(url.href, target.because, target.detail);
    url = target.url;
    leftMs -= tookMs;
  }
  return refused(url.href, 'too_many_redirects', `more than ${MAX_REDIRECTS} redirects`);
}

interface HopPlan {
  readonly url: URL;
  readonly leftMs: number;
  readonly isSameOrigin: boolean;
}

interface HopResult {
  readonly answer: FetchOutcome | Redirect;
  readonly tookMs: number;
}

async function oneHop(ports: GetPorts, request: FetchRequest, plan: HopPlan): Promise<HopResult> {
  const { url, leftMs } = plan;
  const leave = await ports.gate.enter(url.host, request.requestsPerSecond).catch(() => undefined);
  if (leave === undefined) return { answer: unavailable(url, 'stopping'), tookMs: 0 };
  const startedAt = ports.clock.now();
  try {
    const resting = ports.gate.restingMs(url.host);
    if (resting > 0) return { answer: { ...unavailable(url, 'host_resting'), retryAfterMs: resting }, tookMs: 0 };
    const answer = await exchange(ports, {
      url,
      wireUrl: new URL(ports.rewriteUrl(url.href)),
      headers: requestHeaders(request, ports.userAgent, plan.isSameOrigin),
      deadline: AbortSignal.timeout(Math.max(1, Math.floor(leftMs))),
      request,
    });
    rememberRest(ports, url, answer);
    return { answer, tookMs: ports.clock.now() - startedAt };
  } finally {
    leave();
  }
}

/** The Retry-After of a throttling answer speaks for the host: other sources on it wait as well. */
function rememberRest({ gate }: GetPorts, url: URL, answer: FetchOutcome | Redirect): void {
  if (answer.kind !== 'unavailable' || answer.retryAfterMs === undefined) return;
  if (answer.status === 429 || answer.status === 503) gate.rest(url.host, Math.min(answer.retryAfterMs, MAX_REST_MS));
}

function refused(url: string, because: RefusedBecause, detail: string): FetchOutcome {
  return { kind: 'refused', because, detail, url };
}

function unavailable(url: URL, because: 'stopping' | 'host_resting') {
  return { kind: 'unavailable', because, detail: `not asked: ${because}`, url: url.href } as const;
}
