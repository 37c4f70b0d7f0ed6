import type { Direction } from '#domain';

/** Kinds of license review policy in the Entity List. `mixed`: several for different items. `see_section`: another section says. */
export type ReviewPolicy =
  | 'presumption_of_denial'
  | 'policy_of_denial'
  | 'case_by_case'
  | 'presumption_of_approval'
  | 'mixed'
  | 'see_section'
  | 'other';

const KINDS: readonly (readonly [ReviewPolicy, RegExp])[] = [
  ['presumption_of_denial', /presumption of denial/i],
  ['policy_of_denial', /policy of denial/i],
  ['case_by_case', /case[\s-]*by[\s-]*case/i],
  ['presumption_of_approval', /presumption of approval/i],
];

/** Strictness where the EAR leaves no doubt: the two forms of denial are not ranked against each other. */
const RANKS: Readonly<Partial<Record<ReviewPolicy, number>>> = {
  presumption_of_approval: 0,
  case_by_case: 1,
  presumption_of_denial: 2,
  policy_of_denial: 2,
};

/** Kind of a license review policy as printed. Source: 15 CFR 744 Supplement No. 4, fourth column. */
export function reviewPolicyOf(text: string): ReviewPolicy {
  const kinds = KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  const [only] = kinds;
  if (only !== undefined) return kinds.length === 1 ? only : 'mixed';
  return /§|\bsee\b/i.test(text) ? 'see_section' : 'other';
}

/** Direction from one policy to another; `unknown` unless both are of one kind and those kinds are ranked. */
export function reviewPolicyDirection(before: string, after: string): Direction {
  const from = RANKS[reviewPolicyOf(before)];
  const to = RANKS[reviewPolicyOf(after)];
  if (from === undefined || to === undefined || from === to) return 'unknown';
  return to > from ? 'tighten' : 'loosen';
}
