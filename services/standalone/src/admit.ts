import { randomUUID } from 'node:crypto';
import { invite } from '#desk';
import { type Actor, DEFAULT_TENANT, type Grant, hasAdminKey, saveApiKey } from '#store';
import { newToken, type Redline } from './compose.ts';

/** Who the first link lets in. */
const ADMINISTRATOR = { role: 'admin', name: 'administrator' } as const;

/** Each start prints a fresh link. */
const START: Actor = { tenantId: DEFAULT_TENANT, who: 'redline', via: 'start' };

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
  return newLoginToken(redline, START, ADMINISTRATOR);
}

/** A token that signs one browser in, once, within 24 hours. */
export function newLoginToken(
  { store, clock }: Redline,
  by: Actor,
  person: Pick<Grant, 'role' | 'name'>,
): Promise<string> {
  return invite({ store, now: clock.now, newToken }, by, person);
}
