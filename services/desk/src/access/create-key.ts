import { z } from '@hono/zod-openapi';
import { type ApiKey, SCOPES, saveApiKey } from '#store';
import type { DeskPorts } from '../ports.ts';

/** Whose a key is, or who a person is: what an audit trail shows. */
export const AccessName = z.string().trim().min(1, 'must not be empty').max(100);

export const NewKeySchema = z
  .strictObject({
    name: AccessName.openapi({ description: 'Whose or what for; audit trails show it.' }),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1, 'name at least one scope')
      .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  })
  .openapi('NewKey');
export type NewKey = z.output<typeof NewKeySchema>;

/** Found in a file or a log by scanners for secrets. */
const KEY_PREFIX = 'redline_';

/** Makes a key of a tenant. `token` is the key itself: it is shown to whoever asked, once, and stored nowhere. */
export async function createKey(
  ports: Pick<DeskPorts, 'store' | 'now' | 'newId' | 'newToken'>,
  tenantId: string,
  wanted: NewKey,
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const token = `${KEY_PREFIX}${ports.newToken()}`;
  const stored = { keyId: ports.newId(), tenantId, ...wanted, createdAt: ports.now().toISOString() };
  await saveApiKey(ports.store.session, { ...stored, token });
  await ports.store.makeDurable();
  return { key: { ...stored, lastUsedAt: null, revokedAt: null }, token };
}
