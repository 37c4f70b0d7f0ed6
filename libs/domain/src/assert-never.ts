/** Ends a `switch` over a union: a new member fails to compile until it is answered here too. */
export function assertNever(value: never): never {
  throw new Error(`unanswered case: ${JSON.stringify(value)}`);
}
