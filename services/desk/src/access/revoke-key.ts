import { type Actor, recordAct, revokeApiKey } from '#store';
import type { DeskPorts } from '../ports.ts';

/** Ends a key of the actor's tenant at once, with every session that was opened with it. @returns false when it has none of this id. */
export async function revokeKey(ports: Pick<DeskPorts, 'store' | 'now'>, by: Actor, keyId: string): Promise<boolean> {
  const at = ports.now().toISOString();
  const known = await ports.store.transaction(async (tx) => {
    if (!(await revokeApiKey(tx, by.tenantId, keyId, at))) return false;
    const subject = { subjectKind: 'key', subjectId: keyId } as const;
    await recordAct(tx, by, at, { act: 'key.revoked', ...subject, fromState: 'in force', toState: 'revoked' });
    return true;
  });
  await ports.store.makeDurable();
  return known;
}
