import type { Session } from '../open-store.ts';
import { hashOfToken } from '../token-hash.ts';
import type { Role } from './roles.ts';

/** A `login` token is a one-time link; a `session` token stands in a cookie. */
export type TokenKind = 'login' | 'session';

/** Whom a token lets in, and as what. */
export interface Grant {
  readonly tenantId: string;
  readonly role: Role;
  /** The person; stands in audit trails. */
  readonly name: string;
  /** The key that a session was opened with; null for one from a login link. */
  readonly keyId: string | null;
}

/** A token as it may be shown: its hash opens nothing. */
export interface StoredToken extends Grant {
  readonly sessionHash: string;
  readonly kind: TokenKind;
  readonly expiresAt: string;
}

const COLUMNS = ['sessionHash', 'kind', 'tenantId', 'role', 'name', 'keyId', 'expiresAt'] as const;

export async function saveToken(
  session: Session,
  { token, ...rest }: Grant & { readonly token: string; readonly kind: TokenKind; readonly expiresAt: string },
): Promise<void> {
  await session
    .insertInto('sessions')
    .values({ ...rest, sessionHash: hashOfToken(token) })
    .execute();
}

/** @returns undefined for an unknown or expired token. */
export async function findToken(
  session: Session,
  token: string,
  kind: TokenKind,
  now: string,
): Promise<StoredToken | undefined> {
  return session
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('sessionHash', '=', hashOfToken(token))
    .where('kind', '=', kind)
    .where('expiresAt', '>', now)
    .$castTo<StoredToken>()
    .executeTakeFirst();
}

/** Spends a one-time token. @returns whom it lets in the first time, undefined ever after. */
export async function spendLoginToken(session: Session, token: string, now: string): Promise<Grant | undefined> {
  const found = await findToken(session, token, 'login', now);
  if (!found) return undefined;
  const { numDeletedRows } = await session
    .deleteFrom('sessions')
    .where('sessionHash', '=', found.sessionHash)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return undefined;
  const { tenantId, role, name, keyId } = found;
  return { tenantId, role, name, keyId };
}

/** Ends a session for good: its cookie opens nothing any more, wherever it was copied to. */
export async function revokeSession(session: Session, token: string): Promise<void> {
  await session
    .deleteFrom('sessions')
    .where('sessionHash', '=', hashOfToken(token))
    .where('kind', '=', 'session')
    .execute();
}

/** Open sessions and unspent login links of one tenant, the one that ends first in front. */
export async function listTokens(session: Session, tenantId: string, now: string): Promise<readonly StoredToken[]> {
  return session
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('tenantId', '=', tenantId)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt')
    .orderBy('sessionHash')
    .$castTo<StoredToken>()
    .execute();
}

/** Ends a session, or takes back a login link, of one tenant. @returns false when it has no such token. */
export async function endToken(session: Session, tenantId: string, sessionHash: string): Promise<boolean> {
  const { numDeletedRows } = await session
    .deleteFrom('sessions')
    .where('sessionHash', '=', sessionHash)
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Clears away what has expired: it opens nothing, and would only pile up. */
export async function dropExpiredTokens(session: Session, now: string): Promise<void> {
  await session.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
}
