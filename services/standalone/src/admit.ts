import { randomUUID } from 'node:crypto';
import { invite } from '#desk';
import { DEFAULT_TENANT, type Grant, hasAdminKey, saveApiKey } from '#store';
import { newToken, type Redline } from './compose.ts';

/** Who the first link lets in. */
const ADMINISTRATOR = { tenantId: DEFAULT_TENANT, role: 'admin', name: 'administrator' } as const;

/**
 * The first key comes from `REDLINE_ADMIN_KEY`; without one, a one-time link lets the first administrator in.
 * @returns the token of the link; undefined once a key opens everything.
 */
export async function admitAdministrator(redline: Redline): Promise<string | undefined> {
  const { store, config } = redline;
  if (config.REDLINE_ADMIN_KEY) {
    await saveApiKey(store.session, {
      keyId: randomUUID(),
      tenantId: DEFAULT_TENANT,
      name: 'REDLINE_ADMIN_KEY',
      token: config.REDLINE_ADMIN_KEY,
      scopes: ['admin'],
      createdAt: redline.clock.now().toISOString(),
    });
    return undefined;
  }
  if (await hasAdminKey(store.session, DEFAULT_TENANT)) return undefined;
  return newLoginToken(redline, ADMINISTRATOR);
}

/** A token that signs one browser in, once, within 24 hours. */
export function newLoginToken(
  { store, clock }: Redline,
  person: Pick<Grant, 'tenantId' | 'role' | 'name'>,
): Promise<string> {
  return invite({ store, now: clock.now, newToken }, person);
}
