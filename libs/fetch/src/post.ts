import type { Readable } from 'node:stream';
import type { ExchangePorts } from './exchange.ts';
import { callerHeaders, headerOf } from './http-headers.ts';
import { type NetworkFailure, networkFailureOf } from './network-failure.ts';
import { parseRetryAfter } from './retry-after.ts';
import { parseTargetUrl } from './target-url.ts';

/** One webhook request. Signing is the caller's: the body is sent exactly as given. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Overall deadline, answer body included. */
  readonly timeoutMs: number;
  /** Answer text that is kept. Default 16,384. */
  readonly maxResponseBytes?: number;
}

/** What came of a POST; `post` rejects for none of these. */
export type PostOutcome =
  | {
      readonly kind: 'answered';
      /** Any status. A redirect is one too: it is never followed, since it would carry the payload elsewhere. */
      readonly status: number;
      /** Start of the answer, for the delivery log. Empty when the receiver sent none. */
      readonly bodyText: string;
      readonly retryAfterMs?: number;
      readonly durationMs: number;
    }
  | { readonly kind: 'refused_target'; readonly because: 'bad_url' | 'blocked_address' }
  | {
      readonly kind: 'unreachable';
      readonly because: Exclude<NetworkFailure, 'blocked_address'>;
      readonly durationMs: number;
    };

const DEFAULT_RESPONSE_BYTES = 16_384;
const NO_CONTENT = 204;

/**
 * Sends one POST to an address somebody else chose: guarded, without redirects, answer capped. The status decides as
 * soon as it is there; a receiver that then drips its body has still received.
 */
export async function post(
  ports: ExchangePorts & { readonly userAgent: string },
  request: PostRequest,
): Promise<PostOutcome> {
  const url = parseTargetUrl(request.url);
  if (url === undefined) return { kind: 'refused_target', because: 'bad_url' };
  const deadline = new AbortController();
  // Ended with the request: a signal that times out by itself would, seconds later, wake once for each request made.
  const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
  const startedAt = ports.clock.now();
  try {
    const response = await ports.agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { ...callerHeaders(request.headers), 'user-agent': ports.userAgent },
      body: request.body,
      signal: deadline.signal,
    });
    const isEmpty = response.statusCode === NO_CONTENT || headerOf(response.headers, 'content-length') === '0';
    const most = request.maxResponseBytes ?? DEFAULT_RESPONSE_BYTES;
    const bodyText = isEmpty ? await nothing(response.body) : await textAtMost(response.body, most);
    const now = ports.clock.now();
    const retryAfterMs = parseRetryAfter(headerOf(response.headers, 'retry-after'), now);
    return {
      kind: 'answered',
      status: response.statusCode,
      bodyText,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      durationMs: now - startedAt,
    };
  } catch (error) {
    const because = networkFailureOf(error, deadline.signal);
    if (because === 'blocked_address') return { kind: 'refused_target', because };
    return { kind: 'unreachable', because, durationMs: ports.clock.now() - startedAt };
  } finally {
    clearTimeout(timer);
  }
}

/** Reads to the end of an answer without a body, so that its connection is used again. */
async function nothing(body: Readable): Promise<string> {
  body.on('error', () => undefined).resume();
  return '';
}

/** NUL is replaced: databases refuse it in text. */
async function textAtMost(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) break;
    }
  } catch {
    // The status has come; what there is of the body is enough for the log.
  }
  const bytes = Buffer.concat(chunks).subarray(0, maxBytes);
  return new TextDecoder().decode(bytes).replaceAll('\0', '\uFFFD');
}
