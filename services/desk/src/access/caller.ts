import type { Context } from 'hono';
import { type Actor, DEFAULT_TENANT, hashOfToken, includesRole, type Role, type Scope } from '#store';
import { type Problem, refuse } from '../problem/problem.ts';

/** Who asks, once they are known: whose data they meet, what they may do, and how an audit trail calls them. */
interface Identity {
  readonly tenantId: string;
  /** Undefined for a key that opens single areas only. */
  readonly role: Role | undefined;
  /** The person, or the name the key was given: what `who` of an audit trail is written from. */
  readonly name: string;
}

/** A session comes from a browser and must prove that its forms are ours. */
export type SignedIn =
  | (Identity & { readonly kind: 'key'; readonly keyId: string; readonly scopes: readonly Scope[] })
  | (Identity & { readonly kind: 'session'; readonly formToken: string });

/** Nobody has a form token once a form was shown: `visitor-cookie.ts`. */
export type Caller = { readonly kind: 'anonymous'; readonly formToken?: string } | SignedIn;

/** Hono context of every request that passed identification. */
export interface DeskEnv {
  Bindings: { address?: string };
  Variables: { caller: Caller };
}

/** Stands hidden in each form of a browser: another site cannot know it. @param token of its session, or of its visit */
export function formTokenOf(token: string): string {
  return hashOfToken(`form:${token}`);
}

/** How the audit trail calls a caller. */
export function actorOf(caller: SignedIn): Actor {
  const via = caller.kind === 'key' ? `key ${caller.keyId}` : 'session';
  return { tenantId: caller.tenantId, who: caller.name, via };
}

export function isSignedIn(caller: Caller): caller is SignedIn {
  return caller.kind !== 'anonymous';
}

/** True when the caller may do what `role` may. For what a page shows; what a route needs stands in `route-rules.ts`. */
export function hasRole(caller: Caller, role: Role): caller is SignedIn {
  return isSignedIn(caller) && caller.role !== undefined && includesRole(caller.role, role);
}

/** True for the house that runs this Redline: it alone decides on what all tenants share. */
export function isOperator(caller: Caller): boolean {
  return isSignedIn(caller) && caller.tenantId === DEFAULT_TENANT;
}

export const NOT_SIGNED_IN: Problem = {
  status: 401,
  code: 'not_signed_in',
  title: 'Sign in first',
  detail: 'This needs an API key (Authorization: Bearer …) or a browser session from a one-time login link.',
};

/**
 * The caller of a route whose rule asks for a role: read and write what belongs to its `tenantId`, and nothing else.
 * @throws RefusedRequestError (401) for nobody.
 */
export function signedIn(c: Context<DeskEnv>): SignedIn {
  const caller = c.get('caller');
  return isSignedIn(caller) ? caller : refuse(NOT_SIGNED_IN);
}

/**
 * The same where a part of an answer needs more than the rule of its route, as a digest for one subscription does.
 * @throws RefusedRequestError (401 for nobody, 403 for a lower role).
 */
export function requireRole(c: Context<DeskEnv>, role: Role): SignedIn {
  const caller = signedIn(c);
  return hasRole(caller, role) ? caller : refuse(notAllowed(role));
}

/** @param area the scope that opens the route beside the role, where there is one */
export function notAllowed(role: Role, area?: Scope): Problem {
  const scope = SCOPE_OF_ROLE[role];
  const scopes = area === undefined ? `"${scope}"` : `"${scope}" or "${area}"`;
  return {
    status: 403,
    code: 'not_allowed',
    title: 'Your key or session may not do this',
    detail: `It needs the role "${role}"; a key needs the scope ${scopes}. Ask an administrator.`,
  };
}

const SCOPE_OF_ROLE = { reader: 'read', reviewer: 'review', admin: 'admin' } as const satisfies Record<Role, Scope>;
