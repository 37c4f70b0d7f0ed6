import { findEnglishDates } from '#time';

/** Days on which a Conditional Approval begins and ends, as calendar dates. An open end is absent. */
export interface ApprovalTerm {
  readonly validFrom?: string;
  readonly validTo?: string;
}

const ENDS_ONLY = /^\s*(?:until|through|to|ends?|expires?)\b/i;

/** `March 17, 2026 - December 31, 2026`, `June 4, 2026-December 5, 2027`, `until January 1, 2027`. No date: an empty term. */
export function termOf(text: string): ApprovalTerm {
  const days = findEnglishDates(text).map(({ on }) => on);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return {};
  if (days.length === 1) return ENDS_ONLY.test(text) ? { validTo: last } : { validFrom: first };
  return { validFrom: first, validTo: last };
}

/** Terms of the `count` products of one cell, in order; `undefined` where the dates do not part evenly. */
export function termsOf(text: string, count: number): readonly ApprovalTerm[] | undefined {
  if (count === 1) return [termOf(text)];
  const days = findEnglishDates(text).map(({ on }) => on);
  if (days.length !== 2 * count) return undefined;
  return Array.from({ length: count }, (_, index) => termOf(days.slice(2 * index, 2 * index + 2).join(' - ')));
}
