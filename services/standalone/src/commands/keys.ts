import { createKey, NewKeySchema, revokeKey } from '#desk';
import { listApiKeys } from '#store';
import { commandLineActor } from '../command-line-actor.ts';
import type { Redline } from '../compose.ts';
import { deskPorts } from '../desk-ports.ts';

type Print = (line: string) => void;

/** Prints the keys of a tenant, revoked ones too, oldest first. The keys themselves are stored nowhere. */
export async function showKeys({ store }: Redline, tenantId: string, print: Print): Promise<boolean> {
  for (const key of await listApiKeys(store.session, tenantId)) {
    const used = key.lastUsedAt === null ? 'never used' : `last used ${key.lastUsedAt.slice(0, 16)}`;
    const state = key.revokedAt === null ? used : `revoked ${key.revokedAt.slice(0, 16)}`;
    print(`${key.keyId}  ${key.scopes.join(',').padEnd(14)} ${state.padEnd(27)} ${key.name}`);
  }
  return true;
}

/** Makes a key and prints it, once. @throws Error naming a name or scope that is wrong. */
export async function makeKey(
  redline: Redline,
  tenantId: string,
  wanted: { readonly name: string; readonly scopes: readonly string[] },
  print: Print,
): Promise<boolean> {
  const parsed = NewKeySchema.safeParse(wanted);
  if (!parsed.success) throw new Error(`keys create: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
  const { key, token } = await createKey(deskPorts(redline), commandLineActor(tenantId), parsed.data);
  print(`${key.keyId}  ${key.scopes.join(',')}  ${key.name}`);
  print(`key (shown once): ${token}`);
  return true;
}

/** Revokes a key, with the sessions opened with it. @returns false when the tenant has none of this id. */
export async function endKey(
  { store, clock }: Redline,
  tenantId: string,
  keyId: string,
  print: Print,
): Promise<boolean> {
  const known = await revokeKey({ store, now: clock.now }, commandLineActor(tenantId), keyId);
  print(known ? `revoked: ${keyId}` : `there is no key ${keyId}`);
  return known;
}
