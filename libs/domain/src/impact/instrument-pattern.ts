/** @returns true when a declared instrument (`*`, an id, or a glob ending in `*`) covers an instrument id. */
export function coversInstrument(pattern: string, instrumentId: string): boolean {
  return pattern.endsWith('*') ? instrumentId.startsWith(pattern.slice(0, -1)) : pattern === instrumentId;
}
