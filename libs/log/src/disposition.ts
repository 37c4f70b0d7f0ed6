import { RedlineError } from '#domain';

/** What happens to a record that could not be applied. */
export type Disposition =
  | { readonly kind: 'retry'; readonly delayMs: number }
  | { readonly kind: 'dead_letter'; readonly code: string; readonly reason: string };

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 60_000;
/** About four minutes in all: longer than a restart of the database, shorter than an operator's patience. */
const MOST_ATTEMPTS = 12;

/**
 * The one place that decides. A retriable error is tried again with doubling delays; a final one, or one that keeps
 * coming back, becomes a dead letter and its key is parked, because a later record of the same key must not overtake it.
 * An error we did not foresee (a bug, a locked database) counts as retriable.
 */
export function dispositionOf(error: unknown, attempt: number): Disposition {
  const known = error instanceof RedlineError;
  if (known ? error.retriable && attempt < MOST_ATTEMPTS : attempt < MOST_ATTEMPTS) {
    return { kind: 'retry', delayMs: Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS) };
  }
  return {
    kind: 'dead_letter',
    code: known ? error.code : 'unforeseen',
    reason: error instanceof Error ? error.message : String(error),
  };
}
