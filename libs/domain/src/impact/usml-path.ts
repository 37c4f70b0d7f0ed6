import type { ControlPath } from './control-path.ts';

const PATTERN = /^(?:USML\s+)?(?:Category\s+|Cat\.?\s*)?([IVX]{1,5})((?:\s?\([a-z0-9]{1,5}\)){0,8})\s*(\*)?$/i;
const IN_TEXT = /\bCategory\s+([IVX]{1,5})((?:\s?\([a-z0-9]{1,5}\)){0,8})/g;
const MAX_CODES = 200;

function paragraphsOf(text: string): string[] {
  return [...text.matchAll(/\(([a-z0-9]{1,5})\)/gi)].map((found) => (found[1] ?? '').toLowerCase());
}

/** A declared USML category or paragraph: `XI(a)(3)`, `Category XV`, `XI*`. Source: 22 CFR 121.1. */
export function usmlPath(pattern: string): ControlPath | undefined {
  const printed = pattern.trim();
  const parts = PATTERN.exec(printed);
  if (parts === null) return undefined;
  const tokens = [(parts[1] ?? '').toUpperCase(), ...paragraphsOf(parts[2] ?? '')];
  return { scheme: 'USML', tokens, headingLength: 1, isWildcard: parts[3] !== undefined, printed };
}

/** Every USML category or paragraph named in running text as `Category XI(a)(3)`. */
export function usmlIn(text: string): readonly ControlPath[] {
  const found = [...text.matchAll(IN_TEXT)].slice(0, MAX_CODES).map((match) => usmlPath(match[0]));
  return found.filter((path) => path !== undefined);
}
