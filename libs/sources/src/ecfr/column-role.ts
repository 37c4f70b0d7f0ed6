/** What a column of a list in 15 CFR part 744 holds. */
export type ColumnRole = 'country' | 'party' | 'licenseRequirement' | 'licenseReviewPolicy' | 'citation';

const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['country', /^country\b/i],
  ['licenseRequirement', /^licen[sc]e requirement/i],
  ['licenseReviewPolicy', /^licen[sc]e review policy/i],
  ['citation', /^federal register citation/i],
  ['party', /^(entit(y|ies)|listed person|military end[- ]?users?|name)\b/i],
];

/**
 * Roles of a table's columns by their heads, left to right. The Entity List (Supplement No. 4) has five columns, the
 * Unverified List (No. 6) and the Military End-User List (No. 7) have three.
 * @returns `undefined` for a table with an unknown, doubled or missing column.
 */
export function rolesOf(heads: readonly string[]): readonly ColumnRole[] | undefined {
  const roles = heads.map((head) => HEADS.find(([, pattern]) => pattern.test(head.replace(/\s+/g, ' ').trim()))?.[0]);
  const known = roles.filter((role) => role !== undefined);
  const isWhole = known.length === heads.length && new Set(known).size === known.length;
  const needed: readonly ColumnRole[] =
    known.length > 3 ? HEADS.map(([role]) => role) : ['country', 'party', 'citation'];
  return isWhole && needed.every((role) => known.includes(role)) ? known : undefined;
}
