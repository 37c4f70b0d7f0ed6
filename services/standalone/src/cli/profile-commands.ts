import { explainChange, matchProfile } from '../commands/match.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands that hold a profile against what is stored. */
export const profileCommands: RegisterCommands = (program, { ports, withRedline, withTenant }) => {
  program
    .command('match')
    .description('what a profile would have been told of stored changes; writes nothing')
    .requiredOption('--profile <file>', 'YAML or JSON, as a subscription holds it')
    .requiredOption('--since <yyyy-mm-dd>')
    .option('--json', 'one JSON line a match', false)
    .action((options: { profile: string; since: string; json: boolean }) =>
      withRedline((redline) => matchProfile(redline, options, ports.print)),
    );

  program
    .command('why')
    .description('why a subscription, or a profile, was or was not told of a change')
    .argument('<changeId>')
    .option('--subscription <id>')
    .option('--profile <file>', 'YAML or JSON, as a subscription holds it')
    .addOption(tenantOption())
    .action((changeId: string, options: { subscription?: string; profile?: string; tenant: string }) =>
      withTenant(options.tenant, (redline) => explainChange(redline, changeId, options, ports.print)),
    );
};
