import { DEFAULT_TENANT, listTenants, recordAct, saveTenant } from '#store';
import { commandLineActor } from '../command-line-actor.ts';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

const TENANT_ID = /^[a-z0-9][\w-]{0,49}$/i;

/** Prints every tenant, the default one first. */
export async function showTenants({ store }: Redline, print: Print): Promise<boolean> {
  print(`${DEFAULT_TENANT.padEnd(24)} the house that runs this Redline`);
  for (const { tenantId, name } of await listTenants(store.session)) print(`${tenantId.padEnd(24)} ${name}`);
  return true;
}

/** Makes a tenant, with nothing in it yet; the trail of the house that runs this Redline says who did. @throws Error for an id of another form. */
export async function createTenant(
  { store, clock }: Redline,
  { id, name }: { readonly id: string; readonly name: string },
  print: Print,
): Promise<boolean> {
  if (!TENANT_ID.test(id)) throw new Error('tenants create: an id is letters, digits, - and _, at most 50');
  const tenant = { tenantId: id, name, createdAt: clock.now().toISOString() };
  const isNew =
    id !== DEFAULT_TENANT &&
    (await store.transaction(async (tx) => {
      if (!(await saveTenant(tx, tenant))) return false;
      const subject = { subjectKind: 'tenant', subjectId: id, fromState: '', toState: 'made' } as const;
      await recordAct(tx, commandLineActor(DEFAULT_TENANT), tenant.createdAt, {
        act: 'tenant.created',
        ...subject,
        detail: { name },
      });
      return true;
    }));
  print(
    isNew
      ? `created ${id}; next: redline login-link --tenant ${id} --name <person>`
      : `there is a tenant ${id} already`,
  );
  return isNew;
}
