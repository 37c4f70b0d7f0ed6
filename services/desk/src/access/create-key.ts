import { z } from '@hono/zod-openapi';
import { type Actor, type ApiKey, recordAct, SCOPES, saveApiKey } from '#store';
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

/** Makes a key of the actor's tenant. `token` is the key itself: it is shown to whoever asked, once, and stored nowhere. */
export async function createKey(
  ports: Pick<DeskPorts, 'store' | 'now' | 'newId' | 'newToken'>,
  by: Actor,
  wanted: NewKey,
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const token = `${KEY_PREFIX}${ports.newToken()}`;
  const createdAt = ports.now().toISOString();
  const stored = { keyId: ports.newId(), tenantId: by.tenantId, ...wanted, createdAt };
  await ports.store.transaction(async (tx) => {
    await saveApiKey(tx, { ...stored, token });
    await recordAct(tx, by, createdAt, {
      act: 'key.created',
      subjectKind: 'key',
      subjectId: stored.keyId,
      fromState: '',
      toState: 'in force',
      detail: { name: wanted.name, scopes: wanted.scopes },
    });
  });
  await ports.store.makeDurable();
  return { key: { ...stored, lastUsedAt: null, revokedAt: null }, token };
}
