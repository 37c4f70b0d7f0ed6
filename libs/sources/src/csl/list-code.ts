const PRINTED_CODE = /\(([A-Z]{2,6}(?:-[A-Z]{2,4})?)(?:\s+List)?\)/;

/** Codes printed inside a longer name: `(NS-MBS List)`, `(Capta List (CAP))`. */
const ALIASES: Readonly<Record<string, string>> = { 'NS-MBS': 'MBS', CAPTA: 'CAP', 'NS-CMIC': 'CMIC', 'NS-PLC': 'PLC' };

/**
 * Code of a list out of its printed name: `Entity List (EL) - Bureau of Industry and Security` is `EL`. Trailing spaces
 * and the agency do not matter. A name without a code is its own code.
 */
export function listCodeOf(source: string): string {
  const printed = PRINTED_CODE.exec(source)?.[1];
  if (printed === undefined) return source.trim();
  return ALIASES[printed] ?? printed;
}
