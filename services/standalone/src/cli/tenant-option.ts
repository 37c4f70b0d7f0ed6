import { Option } from 'commander';
import { DEFAULT_TENANT, hasTenant, type Session } from '#store';

/** `--tenant <id>`: whose subscriptions, keys and sessions a command works on. */
export function tenantOption(): Option {
  return new Option('--tenant <id>', 'whose: see `redline tenants list`').default(DEFAULT_TENANT);
}

/** @throws Error for a tenant that was never made: a typing mistake must not open a new one. */
export async function requireTenant(session: Session, tenantId: string): Promise<void> {
  if (!(await hasTenant(session, tenantId))) {
    throw new Error(`--tenant: there is no tenant "${tenantId}"; \`redline tenants create\` makes one`);
  }
}
