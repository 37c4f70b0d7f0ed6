import { collectAnswer } from './collect-answer.ts';
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

/**
 * Sends one POST to an address somebody else chose: guarded, without redirects, answer capped. The status decides as
 * soon as it is there; a receiver that then drips its body has still received.
 */
export async function post(
  { agent, clock, userAgent }: ExchangePorts & { readonly userAgent: string },
  { url: address, headers, body, timeoutMs, maxResponseBytes: maxBytes = DEFAULT_RESPONSE_BYTES }: PostRequest,
): Promise<PostOutcome> {
  const url = parseTargetUrl(address);
  if (url === undefined) return { kind: 'refused_target', because: 'bad_url' };
  const startedAt = clock.now();
  try {
    const answer = await collectAnswer(
      agent,
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: { ...callerHeaders(headers), 'user-agent': userAgent },
        body,
      },
      { timeoutMs, maxBytes },
    );
    const now = clock.now();
    const retryAfterMs = parseRetryAfter(headerOf(answer.headers, 'retry-after'), now);
    return {
      kind: 'answered',
      status: answer.status,
      bodyText: textOf(answer.body),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      durationMs: now - startedAt,
    };
  } catch (error) {
    const because = networkFailureOf(error);
    if (because === 'blocked_address') return { kind: 'refused_target', because };
    return { kind: 'unreachable', because, durationMs: clock.now() - startedAt };
  }
}

/** NUL is replaced: databases refuse it in text. */
function textOf(bytes: Uint8Array): string {
  return bytes.length === 0 ? '' : new TextDecoder().decode(bytes).replaceAll('\0', '\uFFFD');
}
