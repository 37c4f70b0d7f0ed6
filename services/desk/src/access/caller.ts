import { hashOfToken, includesRole, type Role, type Scope } from '#store';
import { type Problem, refuse } from '../problem/problem.ts';

/** Who asks, once they are known: whose data they meet, what they may do, and how an audit trail calls them. */
interface Identity {
  readonly tenantId: string;
  /** Undefined for a key that opens single areas only. */
  readonly role: Role | undefined;
  /** The person, or the name the key was given. */
  readonly name: string;
}

/** A session comes from a browser and must prove that its forms are ours. */
export type SignedIn =
  | (Identity & { readonly kind: 'key'; readonly keyId: string; readonly scopes: readonly Scope[] })
  | (Identity & { readonly kind: 'session'; readonly formToken: string });

export type Caller = { readonly kind: 'anonymous' } | SignedIn;

/** Hono context of every request that passed identification. */
export interface DeskEnv {
  Variables: { caller: Caller };
}

/** Stands hidden in each form of a session: another site cannot know it. */
export function formTokenOf(sessionToken: string): string {
  return hashOfToken(`form:${sessionToken}`);
}

export function isSignedIn(caller: Caller): caller is SignedIn {
  return caller.kind !== 'anonymous';
}

export function isAdmin(caller: Caller): boolean {
  return hasRole(caller, 'admin');
}

/** True when the caller may do what `role` may. */
export function hasRole(caller: Caller, role: Role): boolean {
  return caller.kind !== 'anonymous' && caller.role !== undefined && includesRole(caller.role, role);
}

const UNKNOWN: Problem = {
  status: 401,
  code: 'not_signed_in',
  title: 'Sign in first',
  detail: 'This needs an API key (Authorization: Bearer …) or a browser session from a one-time login link.',
};

/** Changes, digests and sources: open where the operator says so. */
export function requireReading(caller: Caller, openReading: boolean): void {
  if (!openReading && !isSignedIn(caller)) refuse(UNKNOWN);
}

/** Subscriptions and deliveries hold what a team declares about itself: never open. */
export function requireReader(caller: Caller): SignedIn {
  return isSignedIn(caller) ? caller : refuse(UNKNOWN);
}

export function requireAdmin(caller: Caller): SignedIn {
  const known = requireReader(caller);
  if (isAdmin(known)) return known;
  return refuse({
    status: 403,
    code: 'not_allowed',
    title: 'Reading only',
    detail: 'Your key or session may read but not change anything. Ask for one with the scope "admin".',
  });
}
