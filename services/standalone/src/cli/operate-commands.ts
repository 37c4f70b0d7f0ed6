import { replayLetters, showDeadLetter, showDeadLetters } from '../commands/dead-letters.ts';
import { exportSubscriptions, importSubscriptions } from '../commands/subscriptions.ts';
import { topics } from '../commands/topics.ts';
import type { RegisterCommands } from './command-context.ts';

/** Commands of whoever runs Redline: held readings, subscriptions, topics, dead letters. */
export const operateCommands: RegisterCommands = (program, { ports, withRedline }) => {
  program
    .command('release')
    .description('accept a held reading')
    .argument('<readingId>')
    .action((readingId: string) =>
      withRedline(async (redline) => {
        const released = await redline.differ.release(readingId);
        const told =
          released.kind === 'released' ? `released: ${released.changes} changes` : `refused: ${released.because}`;
        ports.print(told);
        return released.kind === 'released';
      }),
    );

  program
    .command('export')
    .description('write all subscriptions, secrets included, as YAML')
    .argument('<file>')
    .action((file: string) => withRedline((redline) => exportSubscriptions(redline, file, ports.print)));

  program
    .command('import')
    .description('read subscriptions from YAML')
    .argument('<file>')
    .action((file: string) => withRedline((redline) => importSubscriptions(redline, file, ports.print)));

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
