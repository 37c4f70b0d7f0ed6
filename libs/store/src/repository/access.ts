import { createHash } from 'node:crypto';
import type { Session } from '../open-store.ts';

/** What a key or session may do: `admin` writes, `reader` reads. */
export type Scope = 'admin' | 'reader';

/** Only hashes of keys and session tokens are stored (sha256: the tokens themselves are 256 random bits). */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export async function saveApiKey(
  session: Session,
  key: {
    readonly keyId: string;
    readonly name: string;
    readonly token: string;
    readonly scope: Scope;
    readonly createdAt: string;
  },
): Promise<void> {
  await session
    .insertInto('apiKeys')
    .values({
      keyId: key.keyId,
      name: key.name,
      keyHash: hashOfToken(key.token),
      scope: key.scope,
      createdAt: key.createdAt,
      revokedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns undefined for an unknown or revoked key. */
export async function scopeOfApiKey(session: Session, token: string): Promise<Scope | undefined> {
  const row = await session
    .selectFrom('apiKeys')
    .select('scope')
    .where('keyHash', '=', hashOfToken(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row?.scope as Scope | undefined;
}

export async function hasApiKeys(session: Session): Promise<boolean> {
  return (await session.selectFrom('apiKeys').select('keyId').limit(1).executeTakeFirst()) !== undefined;
}

/** A `login` token is a one-time link; a `session` token stands in a cookie. */
export type TokenKind = 'login' | 'session';

export async function saveToken(
  session: Session,
  token: { readonly token: string; readonly kind: TokenKind; readonly scope: Scope; readonly expiresAt: string },
): Promise<void> {
  await session
    .insertInto('sessions')
    .values({ sessionHash: hashOfToken(token.token), kind: token.kind, scope: token.scope, expiresAt: token.expiresAt })
    .execute();
}

/** @returns undefined for an unknown or expired token. */
export async function scopeOfToken(
  session: Session,
  token: string,
  kind: TokenKind,
  now: string,
): Promise<Scope | undefined> {
  const row = await session
    .selectFrom('sessions')
    .select('scope')
    .where('sessionHash', '=', hashOfToken(token))
    .where('kind', '=', kind)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.scope as Scope | undefined;
}

/** Spends a one-time token. @returns its scope the first time, undefined ever after. */
export async function spendLoginToken(session: Session, token: string, now: string): Promise<Scope | undefined> {
  const scope = await scopeOfToken(session, token, 'login', now);
  if (!scope) return undefined;
  const { numDeletedRows } = await session
    .deleteFrom('sessions')
    .where('sessionHash', '=', hashOfToken(token))
    .executeTakeFirst();
  return numDeletedRows > 0n ? scope : undefined;
}

/** Ends a session for good: its cookie opens nothing any more, wherever it was copied to. */
export async function revokeSession(session: Session, token: string): Promise<void> {
  await session
    .deleteFrom('sessions')
    .where('sessionHash', '=', hashOfToken(token))
    .where('kind', '=', 'session')
    .execute();
}
