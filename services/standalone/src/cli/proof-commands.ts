import { InvalidArgumentError, Option } from 'commander';
import type { TrailHead } from '#store';
import { checkTrail, showTrail } from '../commands/audit.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands that prove to others what was done. */
export const proofCommands: RegisterCommands = (program, { ports, withTenant }) => {
  const audit = program.command('audit').description('who did what, in a trail that shows when it was tampered with');
  audit
    .command('list')
    .option('--json', 'one JSON line an entry', false)
    .addOption(tenantOption())
    .action(({ json, tenant }: { json: boolean; tenant: string }) =>
      withTenant(tenant, (redline) => showTrail(redline, tenant, json, ports.print)),
    );
  audit
    .command('verify')
    .description('follow the hashes of the trail; fails when an entry was altered, removed or slipped in')
    .addOption(
      new Option('--expect <sequence:hash>', 'an end noted earlier, which must be there still').argParser(head),
    )
    .addOption(tenantOption())
    .action(({ expect, tenant }: { expect?: TrailHead; tenant: string }) =>
      withTenant(tenant, (redline) => checkTrail(redline, tenant, expect, ports.print)),
    );
};

function head(text: string): TrailHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!sequence || !hash) throw new InvalidArgumentError('write it as `audit verify` prints it');
  return { sequence: Number(sequence), hash };
}
