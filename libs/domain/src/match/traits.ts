import { END_USES, type EndUse, type Profile, ROLES, type Role } from '../profile.ts';

const JURISDICTIONS = ['US', 'JP', 'ML'] as const;
const HANDLED = ['CUI', 'FCI', 'classified'] as const;
const ROLE_AT = 0;
const USE_AT = ROLES.length;
const HANDLED_AT = USE_AT + END_USES.length;
const JURISDICTION_AT = HANDLED_AT + HANDLED.length;

function bits<Value>(all: readonly Value[], chosen: readonly Value[], at: number): number {
  return chosen.reduce((word, value) => word | (1 << (all.indexOf(value) + at)), 0);
}

/** Bits that stand for roles in {@link traitsOf}. */
export function roleBits(roles: readonly Role[]): number {
  return bits(ROLES, roles, ROLE_AT);
}

/** Bits that stand for end uses in {@link traitsOf}. */
export function endUseBits(uses: Iterable<EndUse>): number {
  return bits(END_USES, [...uses], USE_AT);
}

/** Bits that stand for handled information in {@link traitsOf}. */
export function handleBits(handles: Profile['handles']): number {
  return bits(HANDLED, handles, HANDLED_AT);
}

/** Bits that stand for jurisdictions in {@link traitsOf}. */
export function jurisdictionBits(jurisdictions: Profile['jurisdictions']): number {
  return bits(JURISDICTIONS, jurisdictions, JURISDICTION_AT);
}

/** Set in the traits of each profile that is listening; never part of what a profile declares. */
export const LISTENING = 1 << 30;

/** What a profile declares out of short fixed lists, in one word. No jurisdiction means every one. */
export function traitsOf({ roles, endUses, handles, jurisdictions }: Profile): number {
  const heard = jurisdictions.length > 0 ? jurisdictions : JURISDICTIONS;
  return LISTENING | roleBits(roles) | endUseBits(endUses) | handleBits(handles) | jurisdictionBits(heard);
}
