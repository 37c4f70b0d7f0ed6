import type { Session } from '../open-store.ts';
import { hashOfToken } from '../token-hash.ts';
import type { Scope } from './roles.ts';

/** A key as it may be shown: the key itself is nowhere, only its hash is stored. */
export interface ApiKey {
  readonly keyId: string;
  readonly tenantId: string;
  /** Whose or what for; stands in audit trails. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  /** To the minute at best: {@link noteKeyUse}. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

const COLUMNS = ['keyId', 'tenantId', 'name', 'scopes', 'createdAt', 'lastUsedAt', 'revokedAt'] as const;

/** @returns false when this very key is stored already, revoked or not: it stays as it is. */
export async function saveApiKey(
  session: Session,
  key: Pick<ApiKey, 'keyId' | 'tenantId' | 'name' | 'scopes' | 'createdAt'> & { readonly token: string },
): Promise<boolean> {
  const { token, scopes, ...rest } = key;
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('apiKeys')
    .values({ ...rest, keyHash: hashOfToken(token), scopes: scopes.join(' '), lastUsedAt: null, revokedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns undefined for an unknown or revoked key. */
export async function findApiKey(session: Session, token: string): Promise<ApiKey | undefined> {
  const row = await session
    .selectFrom('apiKeys')
    .select(COLUMNS)
    .where('keyHash', '=', hashOfToken(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row && toApiKey(row);
}

/** Notes that a key was used, unless it was noted after `unlessSince`: reading must not cost a write each time. */
export async function noteKeyUse(session: Session, keyId: string, at: string, unlessSince: string): Promise<void> {
  await session
    .updateTable('apiKeys')
    .set({ lastUsedAt: at })
    .where('keyId', '=', keyId)
    .where((is) => is.or([is('lastUsedAt', 'is', null), is('lastUsedAt', '<=', unlessSince)]))
    .execute();
}

/** Keys of one tenant, revoked ones too, oldest first. */
export async function listApiKeys(session: Session, tenantId: string): Promise<readonly ApiKey[]> {
  const rows = await session
    .selectFrom('apiKeys')
    .select(COLUMNS)
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt')
    .orderBy('keyId')
    .execute();
  return rows.map(toApiKey);
}

/**
 * Ends a key and every session that was opened with it. Run it in a transaction.
 * @returns false when the tenant has no such key; true also when it was revoked before.
 */
export async function revokeApiKey(session: Session, tenantId: string, keyId: string, at: string): Promise<boolean> {
  const own = await session
    .selectFrom('apiKeys')
    .select('revokedAt')
    .where('keyId', '=', keyId)
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  if (!own) return false;
  if (own.revokedAt === null) {
    await session.updateTable('apiKeys').set({ revokedAt: at }).where('keyId', '=', keyId).execute();
  }
  await session.deleteFrom('sessions').where('keyId', '=', keyId).execute();
  return true;
}

/** True when a key that may do everything in the tenant is in force. */
export async function hasAdminKey(session: Session, tenantId: string): Promise<boolean> {
  const keys = await listApiKeys(session, tenantId);
  return keys.some((key) => key.revokedAt === null && key.scopes.includes('admin'));
}

function toApiKey(row: Omit<ApiKey, 'scopes'> & { readonly scopes: string }): ApiKey {
  return { ...row, scopes: row.scopes.split(' ') as Scope[] };
}
