import type { Dispatcher } from 'undici';
import { DeadlinePassedError } from './fetch-error.ts';
import type { ResponseHeaders } from './http-headers.ts';

/** An answer as far as it was waited for. */
export interface CollectedAnswer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** The start of the body, as sent. */
  readonly body: Uint8Array;
}

/** How much of an answer is waited for. */
export interface AnswerBounds {
  /** Overall, connecting and answer included. */
  readonly timeoutMs: number;
  /** Where there is more, the rest is not read and its connection given up. */
  readonly maxBytes: number;
}

/**
 * Sends one request and collects its answer. Once the status has come it resolves, at the deadline or a broken connection
 * with what there is of the body. `Agent.request` would make a stream, an abort signal and an async resource of each
 * answer, which cost a small request more than the sending does.
 * @throws DeadlinePassedError when no status came in time, or what undici reports.
 */
export function collectAnswer(
  agent: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { timeoutMs, maxBytes }: AnswerBounds,
): Promise<CollectedAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let answer: { readonly status: number; readonly headers: ResponseHeaders } | undefined;
    const chunks: Uint8Array[] = [];
    let size = 0;
    let passed: DeadlinePassedError | undefined;

    const settle = (error?: Error): void => {
      clearTimeout(timer);
      if (answer) resolve({ ...answer, body: joined(chunks, maxBytes) });
      else reject(error);
    };
    const giveUp = (): void => {
      passed = new DeadlinePassedError(timeoutMs);
      settle(passed);
      controller?.abort(passed);
    };
    const timer = setTimeout(giveUp, timeoutMs);

    agent.dispatch(request, {
      onRequestStart: (started) => {
        controller = started;
        // It waited for its connection until the deadline: nothing is sent any more.
        if (passed) started.abort(passed);
      },
      onResponseStart: (_, status, headers) => {
        if (status >= FIRST_FINAL_STATUS) answer = { status, headers };
      },
      onResponseData: (started, chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size < maxBytes) return;
        settle();
        started.abort(new Error('the rest of the answer is not read'));
      },
      onResponseEnd: () => settle(),
      onResponseError: (_, error) => settle(error),
    });
  });
}

/** Those before only announce it. Source: RFC 9110 section 15.2. */
const FIRST_FINAL_STATUS = 200;

const NOTHING = new Uint8Array();

function joined(chunks: readonly Uint8Array[], maxBytes: number): Uint8Array {
  return chunks.length === 0 ? NOTHING : Buffer.concat(chunks).subarray(0, maxBytes);
}
