import { collect } from '../commands/collect.ts';
import { demo } from '../commands/demo.ts';
import { forCorpus, replayCommand } from '../commands/replay-command.ts';
import { start } from '../commands/start.ts';
import type { RegisterCommands } from './command-context.ts';

/** Commands that take publications in: live, once, or from a corpus. */
export const watchCommands: RegisterCommands = (program, context) => {
  const { ports } = context;
  program
    .command('start')
    .description('run the services of REDLINE_SERVICES (default: all) in one process')
    .action(async () => {
      const config = ports.readConfig();
      await start(await context.compose(config, config.LOG_LEVEL), ports.print);
    });

  program
    .command('collect')
    .description('poll what is due, or one source, once')
    .option('--source <id>', 'this source only, due or not')
    .action((options: { source?: string }) =>
      context.withRedline((redline) => collect(redline, options.source, ports.print)),
    );

  program
    .command('replay')
    .description('play a corpus of dated captures through the pipeline')
    .requiredOption('--corpus <dir>', 'folder with captures-*.jsonl')
    .option('--serve', 'leave pages and API up afterwards', false)
    .action(async (options: { corpus: string; serve: boolean }) => {
      const { clock, redline } = await context.composeReplay(forCorpus(ports.readConfig(), options.corpus));
      await replayCommand(redline, clock, options.corpus, options.serve, ports.print);
    });

  program
    .command('demo')
    .description('replay a corpus into a store of its own and leave the pages up')
    .option('--corpus <dir>', 'folder with captures-*.jsonl')
    .option('--no-serve', 'end after the replay')
    .action(async (options: { corpus?: string; serve: boolean }) => {
      await demo({
        config: ports.readConfig(),
        compose: context.composeReplay,
        directory: options.corpus ?? ports.corpusDirectory,
        serve: options.serve,
        print: ports.print,
      });
    });
};
