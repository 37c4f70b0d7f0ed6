import { InvalidArgumentError, Option } from 'commander';
import { ROLES, type Role, SCOPES } from '#store';
import { newLoginToken } from '../admit.ts';
import { commandLineActor } from '../command-line-actor.ts';
import { endKey, makeKey, showKeys } from '../commands/keys.ts';
import { createTenant, showTenants } from '../commands/tenants.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands that let people and programs in, and keep them out. */
export const accessCommands: RegisterCommands = (program, { ports, withRedline, withTenant }) => {
  program
    .command('login-link')
    .description('print a link that signs one browser in, once, within 24 hours')
    .addOption(new Option('--role <role>').choices(ROLES).default('admin'))
    .option('--name <name>', 'the person, as audit trails will call them', personName, 'administrator')
    .addOption(tenantOption())
    .action((options: { role: Role; name: string; tenant: string }) =>
      withTenant(options.tenant, async (redline) => {
        const by = commandLineActor(options.tenant);
        const token = await newLoginToken(redline, by, { role: options.role, name: options.name });
        ports.print(`${redline.publicUrl}/login/${token}`);
        return true;
      }),
    );

  const keys = program.command('keys').description('keys of programs and people; each is shown once, when it is made');
  keys
    .command('list')
    .addOption(tenantOption())
    .action(({ tenant }: { tenant: string }) =>
      withTenant(tenant, (redline) => showKeys(redline, tenant, ports.print)),
    );
  keys
    .command('create')
    .requiredOption('--name <name>', 'whose, or what for')
    .addOption(new Option('--scope <scope...>', 'what it may do').choices(SCOPES).makeOptionMandatory())
    .addOption(tenantOption())
    .action((options: { name: string; scope: readonly string[]; tenant: string }) =>
      withTenant(options.tenant, (redline) =>
        makeKey(redline, options.tenant, { name: options.name, scopes: options.scope }, ports.print),
      ),
    );
  keys
    .command('revoke')
    .argument('<id>')
    .addOption(tenantOption())
    .action((id: string, { tenant }: { tenant: string }) =>
      withTenant(tenant, (redline) => endKey(redline, tenant, id, ports.print)),
    );

  const tenants = program
    .command('tenants')
    .description('customers whose subscriptions, keys and people are kept apart');
  tenants.command('list').action(() => withRedline((redline) => showTenants(redline, ports.print)));
  tenants
    .command('create')
    .argument('<id>', 'letters, digits, - and _')
    .option('--name <name>', 'default: the id')
    .action((id: string, options: { name?: string }) =>
      withRedline((redline) => createTenant(redline, { id, name: options.name ?? id }, ports.print)),
    );
};

const LONGEST_NAME = 100;

function personName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME) throw new InvalidArgumentError(`1 to ${LONGEST_NAME} characters`);
  return name;
}
