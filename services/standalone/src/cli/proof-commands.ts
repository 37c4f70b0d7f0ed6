import { InvalidArgumentError, Option } from 'commander';
import type { TrailHead } from '#store';
import { type AttestOptions, checkAttestation, makeAttestation } from '../commands/attest.ts';
import { checkTrail, showTrail } from '../commands/audit.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands that prove to others what was done. */
export const proofCommands: RegisterCommands = (program, { ports, fail, withRedline, withTenant }) => {
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

  const attest = program
    .command('attest')
    .description('state, signed, that sources did or did not change in a period')
    .option('--from <moment>', 'a day, from its beginning in UTC, or an instant')
    .option('--to <moment>', 'a day, up to its end in UTC, or an instant')
    .option('--source <id>', 'default: all')
    .action((options: AttestOptions) => withRedline((redline) => makeAttestation(redline, options, ports.print)));
  attest
    .command('verify')
    .description('check a statement byte by byte')
    .argument('<file>')
    .option('--key <hex>', 'the public key that its issuer published; default: the key of this Redline')
    .action((file: string, { key }: { key?: string }) => {
      if (!checkAttestation(ports.readConfig(), file, key, ports.print)) fail();
    });
};

function head(text: string): TrailHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!sequence || !hash) throw new InvalidArgumentError('write it as `audit verify` prints it');
  return { sequence: Number(sequence), hash };
}
