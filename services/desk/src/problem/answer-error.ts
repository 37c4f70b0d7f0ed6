import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from '#process';
import { type Problem, RefusedRequestError } from './problem.ts';

const INTERNAL: Problem = {
  status: 500,
  code: 'internal_error',
  title: 'Something went wrong here',
  detail: 'The mistake is ours and was recorded. Nothing was changed; try again later.',
};

const NO_SUCH_PAGE: Problem = {
  status: 404,
  code: 'not_found',
  title: 'Not found',
  detail: 'There is nothing at this address.',
};

/** Whatever ended a request, as a problem. Only what nobody expected is logged as an error. */
export function problemOf(error: unknown, logger: Logger): Problem {
  if (error instanceof RefusedRequestError) return error.problem;
  if (error instanceof HTTPException && error.status >= 400 && error.status < 500) {
    return {
      status: 400,
      code: 'malformed_request',
      title: 'The request cannot be read',
      detail: 'The body is not valid JSON.',
    };
  }
  logger.error({ err: error }, 'request.failed');
  return INTERNAL;
}

export function noSuchPage(): Problem {
  return NO_SUCH_PAGE;
}

/** `application/problem+json` (RFC 9457). */
export function problemDocument(c: Context, problem: Problem): Response {
  const { code, retryAfterSeconds: _seconds, ...rest } = problem;
  return c.body(JSON.stringify({ type: `urn:redline:problem:${code}`, ...rest }), problem.status, {
    'content-type': 'application/problem+json',
    ...retryAfter(problem),
    ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="redline"' } : {}),
  });
}

/** `Retry-After` in seconds (RFC 9110, 10.2.3), where waiting helps. */
export function retryAfter({ retryAfterSeconds: seconds }: Problem): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}
