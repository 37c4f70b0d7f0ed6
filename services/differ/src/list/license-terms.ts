import { comparableText, type Direction } from '#domain';
import { splitFootnotes } from '#sources';

/**
 * A license requirement or review policy for comparison: letters, digits and the points within section numbers. Spaces,
 * case, quotes, dashes and footnote marks carry no term; `§744.11` and `§ 744.11` are the same section.
 */
export function comparableTerms(text: string): string {
  return splitFootnotes(comparableText(text))
    .text.toLowerCase()
    .replace(/(\d)\.(?=\d)/g, '$1·')
    .replace(/[^\p{L}\p{N}·]/gu, '');
}

const EXCEPTION = /\b(?:except|apart from|other than|excluding|when used|may be overcome)\b/i;

/** Items for which a license is required, where the words leave no doubt: 2 all items subject to the EAR, 1 items on the CCL. */
function scopeOf(requirement: string): number | undefined {
  if (EXCEPTION.test(requirement)) return undefined;
  if (/\ball items subject to the EAR\b/i.test(requirement)) return 2;
  return /\ball items (?:on the CCL|listed on the CCL|on the Commerce Control List)\b/i.test(requirement)
    ? 1
    : undefined;
}

/** Direction from one license requirement to another; `unknown` unless the scopes of both are certain and differ. */
export function requirementDirection(before: string, after: string): Direction {
  const from = scopeOf(before);
  const to = scopeOf(after);
  if (from === undefined || to === undefined || from === to) return 'unknown';
  return to > from ? 'tighten' : 'loosen';
}
