import type { Dispatcher } from 'undici';
import { objectionTo } from './content-check.ts';
import type { FetchClock } from './fetch-clock.ts';
import type { Fetched, FetchOutcome, FetchRequest, NotModified, Refused, Unavailable } from './fetch-outcome.ts';
import { headerOf, headersSubset, type ResponseHeaders, validatorsOf } from './http-headers.ts';
import { networkFailureOf } from './network-failure.ts';
import { decodeBody, readAtMost } from './read-body.ts';
import { parseRetryAfter } from './retry-after.ts';

/** One request on the wire: a fetch without redirects is one hop. */
export interface Hop {
  /** Address as the publisher names it. */
  readonly url: URL;
  /** Address that is really asked: the same, or the one of a replay server. */
  readonly wireUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the hop, body included. */
  readonly deadline: AbortSignal;
  readonly request: FetchRequest;
}

/** A redirect is not an outcome yet. */
export interface Redirect {
  readonly kind: 'redirect';
  readonly location: string | undefined;
}

/** What the exchange needs of the outside. */
export interface ExchangePorts {
  readonly agent: Dispatcher;
  readonly clock: Pick<FetchClock, 'now'>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Rest of an unwanted body that is read to keep the connection; beyond it the connection is given up. */
const DUMP_BYTES = 16 * 1024;

/** Sends one GET and judges its answer. Never rejects for what a publisher or the network may do. */
export async function exchange(ports: ExchangePorts, hop: Hop): Promise<FetchOutcome | Redirect> {
  try {
    const response = await ports.agent.request({
      origin: hop.wireUrl.origin,
      path: `${hop.wireUrl.pathname}${hop.wireUrl.search}`,
      method: 'GET',
      headers: hop.headers,
      signal: hop.deadline,
    });
    if (response.statusCode === 200) return await readPublication(hop, response);
    await response.body.dump({ limit: DUMP_BYTES, signal: hop.deadline }).catch(() => undefined);
    return withoutBody(ports, hop, response);
  } catch (error) {
    const because = networkFailureOf(error, hop.deadline);
    if (because === 'blocked_address') return refused(hop, because, 'host leads to an address that is not public');
    return unavailable(hop, because, `no answer: ${because}`);
  }
}

function withoutBody(
  ports: ExchangePorts,
  hop: Hop,
  { statusCode: status, headers }: Dispatcher.ResponseData,
): NotModified | Refused | Unavailable | Redirect {
  if (REDIRECTS.has(status)) return { kind: 'redirect', location: headerOf(headers, 'location') };
  if (status === 304 && hop.request.validators !== undefined) {
    return { kind: 'not_modified', validators: { ...hop.request.validators, ...validatorsOf(headers) } };
  }
  if (isChallenge(headers)) return refused(hop, 'blocked_page', `challenge with status ${status}`);
  if (status === 204 || status === 205) return refused(hop, 'empty', `status ${status}`);
  if (status === 206) return refused(hop, 'truncated', 'a part although the whole was asked');
  const retryAfterMs = parseRetryAfter(headerOf(headers, 'retry-after'), ports.clock.now());
  return {
    ...unavailable(hop, 'status', `status ${status}`),
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

async function readPublication(
  hop: Hop,
  { headers, body, statusCode: status }: Dispatcher.ResponseData,
): Promise<Fetched | Refused | Unavailable> {
  const limit = hop.request.maxBodyBytes;
  const declared = Number(headerOf(headers, 'content-length') ?? 0);
  if (declared > limit) {
    await body.dump({ limit: 0, signal: hop.deadline }).catch(() => undefined);
    return refused(hop, 'too_large', `${declared} bytes declared, limit ${limit}`);
  }
  const raw = await readAtMost(body, limit).catch((error: unknown) => brokenBody(hop, error));
  if (raw === undefined) return refused(hop, 'too_large', `more than ${limit} bytes`);
  if ('kind' in raw) return raw;
  const decoded = await decodeBody(raw, headerOf(headers, 'content-encoding') ?? '', limit);
  if (decoded.kind === 'refused') return refused(hop, decoded.because, decoded.detail);
  const mediaType = headerOf(headers, 'content-type') ?? 'application/octet-stream';
  const objection = objectionTo(decoded.bytes, mediaType, hop.request.accept);
  if (objection !== undefined) return refused(hop, objection.because, objection.detail);
  return {
    kind: 'fetched',
    status,
    bytes: decoded.bytes,
    mediaType,
    url: hop.url.href,
    validators: validatorsOf(headers),
    headersSubset: headersSubset(headers),
  };
}

/** The headers had come, so a connection that ends now cut the body short of its Content-Length or last chunk. */
function brokenBody(hop: Hop, error: unknown): Refused | Unavailable {
  const because = networkFailureOf(error, hop.deadline);
  if (because === 'timeout' || because === 'stopping') return unavailable(hop, because, 'body did not end in time');
  return refused(hop, 'truncated', 'connection ended inside the body');
}

/** Cloudflare and AWS name their challenges in headers. */
function isChallenge(headers: ResponseHeaders): boolean {
  return headerOf(headers, 'cf-mitigated') !== undefined || headerOf(headers, 'x-amzn-waf-action') !== undefined;
}

function refused(hop: Hop, because: Refused['because'], detail: string): Refused {
  return { kind: 'refused', because, detail, url: hop.url.href };
}

function unavailable(hop: Hop, because: Unavailable['because'], detail: string): Unavailable {
  return { kind: 'unavailable', because, detail, url: hop.url.href };
}
