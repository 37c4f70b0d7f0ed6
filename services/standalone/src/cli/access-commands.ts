import { Option } from 'commander';
import { ROLES, type Role } from '#store';
import { newLoginToken } from '../admit.ts';
import { createTenant, showTenants } from '../commands/tenants.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands that let people and programs in, and keep them out. */
export const accessCommands: RegisterCommands = (program, { ports, withRedline, withTenant }) => {
  program
    .command('login-link')
    .description('print a link that signs one browser in, once, within 24 hours')
    .addOption(new Option('--role <role>').choices(ROLES).default('admin'))
    .option('--name <name>', 'the person, as audit trails will call them', 'administrator')
    .addOption(tenantOption())
    .action((options: { role: Role; name: string; tenant: string }) =>
      withTenant(options.tenant, async (redline) => {
        const grant = { tenantId: options.tenant, role: options.role, name: options.name };
        ports.print(`${redline.publicUrl}/login/${await newLoginToken(redline, grant)}`);
        return true;
      }),
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
