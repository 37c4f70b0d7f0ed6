import type { Session } from '../open-store.ts';

/** A customer: subscriptions, keys and sessions belong to one, and none sees another's. What publishers print is everybody's. */
export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
  readonly createdAt: string;
}

/** The tenant of a Redline that serves one house. It is always there, also without a row. */
export const DEFAULT_TENANT = 'default';

/** @returns false when there is such a tenant already. */
export async function saveTenant(session: Session, tenant: Tenant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('tenants')
    .values(tenant)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** True for {@link DEFAULT_TENANT} always. */
export async function hasTenant(session: Session, tenantId: string): Promise<boolean> {
  if (tenantId === DEFAULT_TENANT) return true;
  return (
    (await session.selectFrom('tenants').select('tenantId').where('tenantId', '=', tenantId).executeTakeFirst()) !==
    undefined
  );
}

/** Tenants beside the default one, by id. */
export async function listTenants(session: Session): Promise<readonly Tenant[]> {
  return session.selectFrom('tenants').selectAll().orderBy('tenantId').execute();
}
