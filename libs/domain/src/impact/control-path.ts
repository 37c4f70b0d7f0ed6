import type { ItemScheme } from '../profile.ts';

/** A place in the hierarchy of a control list, from the broadest unit to the narrowest. */
export interface ControlPath {
  readonly scheme: ItemScheme;
  readonly tokens: readonly string[];
  /** Tokens that make up the heading; units under one heading are neighbours. */
  readonly headingLength: number;
  /** Ends in `*`, or is an incomplete heading: it means everything below. */
  readonly isWildcard: boolean;
  readonly printed: string;
}

/** Stands for any one token: the `x` of `9x515`. */
export const ANY_TOKEN = '?';

/** How a declared item stands to a changed one. */
export type ControlRelation = 'equal' | 'below' | 'above' | 'same heading';

function commonLength(declared: readonly string[], changed: readonly string[]): number {
  const differs = declared.findIndex(
    (token, at) => token !== changed[at] && (token !== ANY_TOKEN || at >= changed.length),
  );
  return differs === -1 ? declared.length : differs;
}

/**
 * How `declared` stands to `changed`: the same unit, a unit below it (`3A001.a.1` when `3A001` changed), above it (`3A*`
 * when `3A090.a` changed), or under the same heading. `undefined`: unrelated, or of another list.
 */
export function relateControls(declared: ControlPath, changed: ControlPath): ControlRelation | undefined {
  if (declared.scheme !== changed.scheme) return undefined;
  const common = commonLength(declared.tokens, changed.tokens);
  const isWhole = common === declared.tokens.length;
  if (isWhole && (common < changed.tokens.length || declared.isWildcard)) return 'above';
  if (isWhole && declared.tokens.includes(ANY_TOKEN)) return 'above';
  if (isWhole) return 'equal';
  if (common === changed.tokens.length) return 'below';
  return common >= changed.headingLength ? 'same heading' : undefined;
}
