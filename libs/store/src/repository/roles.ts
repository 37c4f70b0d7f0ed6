/** What a person may do, each role also what those before it may: a reader reads, a reviewer decides, an admin arranges. */
export const ROLES = ['reader', 'reviewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a key may do. `read`, `review` and `admin` are the three roles. `subscriptions` and `deliveries` open one area alone,
 * reading and writing, and nothing beside it.
 */
export const SCOPES = ['read', 'review', 'admin', 'subscriptions', 'deliveries'] as const;
export type Scope = (typeof SCOPES)[number];

const ROLE_OF_SCOPE: Readonly<Partial<Record<Scope, Role>>> = { read: 'reader', review: 'reviewer', admin: 'admin' };

/** True when `role` includes everything that `needed` may do. */
export function includesRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The highest role that the scopes of a key add up to. @returns undefined for a key that opens single areas only. */
export function roleOfScopes(scopes: readonly Scope[]): Role | undefined {
  return ROLES.findLast((role) => scopes.some((scope) => ROLE_OF_SCOPE[scope] === role));
}
