import { RedlineError } from '#domain';

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;

/** One field that was refused, named as the caller wrote it: `profile.items[0].pattern`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A problem document (RFC 9457) in words that a reader who does not program understands. */
export interface Problem {
  readonly status: ProblemStatus;
  /** Stable machine name; `type` of the document is `urn:redline:problem:<code>`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  /** Sent as `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

/** Ends a request with a {@link Problem}: the same refusal becomes JSON for a program and a page for a person. */
export class RefusedRequestError extends RedlineError {
  readonly code = 'request_refused';
  readonly retriable = false;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(inOneText(problem), { details: { code: problem.code } });
    this.problem = problem;
  }
}

/** The whole refusal, for whoever meets it outside HTTP: each field on a line of its own. */
function inOneText({ title, detail, errors = [] }: Problem): string {
  return [`${title}: ${detail}`, ...errors.map(({ field, message }) => `  ${field}: ${message}`)].join('\n');
}

/** Ends the request. Usable where a value is expected. */
export function refuse(problem: Problem): never {
  throw new RefusedRequestError(problem);
}

export function notFound(what: string): never {
  return refuse({ status: 404, code: 'not_found', title: 'Not found', detail: `There is no such ${what}.` });
}
