import { DEFAULT_TENANT } from '#store';
import { commandLineActor } from '../command-line-actor.ts';
import { replayLetters, showDeadLetter, showDeadLetters } from '../commands/dead-letters.ts';
import { backUp, moveStore, restoreBackup } from '../commands/store-operations.ts';
import { exportSubscriptions, importSubscriptions } from '../commands/subscriptions.ts';
import { topics } from '../commands/topics.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands of whoever runs Redline: review items, subscriptions, topics, dead letters. */
export const operateCommands: RegisterCommands = (program, { ports, withRedline, withTenant }) => {
  program
    .command('settle')
    .description('end a review item of a development')
    .argument('<reviewItemId>')
    .argument('<words>', 'how it was settled')
    .action((reviewItemId: string, words: string) =>
      withRedline(async (redline) => {
        const settled = await redline.differ.settleReview(reviewItemId, words, commandLineActor(DEFAULT_TENANT));
        ports.print(settled ? 'settled' : `refused: no review item ${reviewItemId} is open`);
        return settled;
      }),
    );

  program
    .command('export')
    .description('write all subscriptions of a tenant, secrets included, as YAML')
    .argument('<file>')
    .addOption(tenantOption())
    .action((file: string, { tenant }: { tenant: string }) =>
      withTenant(tenant, (redline) => exportSubscriptions(redline, tenant, file, ports.print)),
    );

  program
    .command('import')
    .description('read subscriptions of a tenant from YAML')
    .argument('<file>')
    .addOption(tenantOption())
    .action((file: string, { tenant }: { tenant: string }) =>
      withTenant(tenant, (redline) => importSubscriptions(redline, tenant, file, ports.print)),
    );

  program
    .command('migrate-store')
    .description('carry a whole store into another, compared row by row; may be killed and repeated')
    .requiredOption('--from <url>', 'sqlite:PATH or postgres://…; stop its services first')
    .requiredOption('--to <url>', 'an empty store, or the unfinished copy')
    .action((options: { from: string; to: string }) => moveStore(options, ports.print));

  program
    .command('backup')
    .description('write the store to a file while services go on')
    .argument('<file>', 'must not exist')
    .action((file: string) => backUp(ports.readConfig().DATABASE_URL, file, ports.clock.now(), ports.print));

  program
    .command('restore')
    .description('fill an empty store from a backup')
    .argument('<file>')
    .action((file: string) => restoreBackup(ports.readConfig().DATABASE_URL, file, ports.print));

  program
    .command('topics')
    .description('create the Kafka topics that are missing')
    .option('--replication <n>', 'copies of each partition', '1')
    .action(async (options: { replication: string }) => {
      await topics(ports.readConfig(), ports.createLogger('warn'), Number(options.replication), ports.print);
    });

  const letters = program.command('dead-letters').description('records set aside for a person');
  letters
    .command('list')
    .option('--group <group>')
    .action((options: { group?: string }) =>
      withRedline((redline) => showDeadLetters(redline, options.group, ports.print)),
    );
  letters
    .command('show')
    .argument('<position>')
    .action((position: string) => withRedline((redline) => showDeadLetter(redline, Number(position), ports.print)));
  letters
    .command('replay')
    .option('--key <key>', 'only this source or subscription')
    .action((options: { key?: string }) => withRedline((redline) => replayLetters(redline, options.key, ports.print)));
};
