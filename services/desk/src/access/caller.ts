import { hashOfToken, type Scope } from '#store';
import { type Problem, refuse } from '../problem/problem.ts';

/** Who asks. A session comes from a browser and must prove that its forms are ours. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'key'; readonly scope: Scope }
  | { readonly kind: 'session'; readonly scope: Scope; readonly formToken: string };

/** Hono context of every request that passed identification. */
export interface DeskEnv {
  Variables: { caller: Caller };
}

/** Stands hidden in each form of a session: another site cannot know it. */
export function formTokenOf(sessionToken: string): string {
  return hashOfToken(`form:${sessionToken}`);
}

export function isSignedIn(caller: Caller): boolean {
  return caller.kind !== 'anonymous';
}

export function isAdmin(caller: Caller): boolean {
  return caller.kind !== 'anonymous' && caller.scope === 'admin';
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
export function requireReader(caller: Caller): void {
  if (!isSignedIn(caller)) refuse(UNKNOWN);
}

export function requireAdmin(caller: Caller): void {
  requireReader(caller);
  if (!isAdmin(caller)) {
    refuse({
      status: 403,
      code: 'not_allowed',
      title: 'Reading only',
      detail: 'Your key or session may read but not change anything. Ask for one with the scope "admin".',
    });
  }
}
