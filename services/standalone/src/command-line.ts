import { Command } from 'commander';
import type { Config, Logger } from '#process';
import { type Clock, createReplayClock } from './clock.ts';
import { collect } from './commands/collect.ts';
import { replayLetters, showDeadLetter, showDeadLetters } from './commands/dead-letters.ts';
import { demo } from './commands/demo.ts';
import { diffFiles } from './commands/diff.ts';
import { digestOfDay } from './commands/digest.ts';
import { evaluate } from './commands/eval.ts';
import { forCorpus, replayCommand } from './commands/replay-command.ts';
import { showChanges, showSources, verify, verifyAll } from './commands/show.ts';
import { start } from './commands/start.ts';
import { exportSubscriptions, importSubscriptions } from './commands/subscriptions.ts';
import { topics } from './commands/topics.ts';
import { composeRedline, type Redline } from './compose.ts';
import { loadCatalogue } from './load-catalogue.ts';

/** What the command line needs from the process it runs in. */
export interface CommandLinePorts {
  readonly readConfig: () => Config;
  readonly createLogger: (level: string) => Logger;
  readonly clock: Clock;
  /** `REDLINE_CORPUS`. */
  readonly corpusDirectory: string | undefined;
  /** Ends the process with code 1: something that cannot be mended from inside. */
  readonly onFatal: () => void;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

/** Before any capture of any corpus: where a replay's clock stands until its first capture moves it. */
const BEFORE_ALL_CAPTURES = '2000-01-01T00:00:00.000Z';

/** The commands of `redline`. `run` resolves with the exit code: 0 only on success. */
export function createCommandLine(ports: CommandLinePorts): { run(argv: readonly string[]): Promise<number> } {
  let exitCode = 0;
  const fail = (): void => {
    exitCode = 1;
  };
  const program = new Command('redline')
    .description('Watches the rules and lists by which the United States and Japan control technology.')
    .showHelpAfterError()
    .exitOverride();

  /** Opens the store for one command and closes it after. Logs go to standard error level only, so output stays clean. */
  const withRedline = async (work: (redline: Redline) => Promise<boolean | undefined>): Promise<void> => {
    const config = ports.readConfig();
    const logger = ports.createLogger('silent');
    const redline = await composeRedline({
      config,
      logger,
      clock: ports.clock,
      deliveryClock: ports.clock,
      onFatal: ports.onFatal,
    });
    try {
      if ((await work(redline)) === false) fail();
    } finally {
      await redline.close();
    }
  };
  const catalogue = () => {
    const config = ports.readConfig();
    return loadCatalogue({ sources: config.REDLINE_SOURCES_FILE, instruments: config.REDLINE_INSTRUMENTS_FILE });
  };
  const sourceNamed = (id: string) => {
    const source = catalogue().sources.find((candidate) => candidate.id === id);
    if (!source) throw new Error(`--source: there is no source "${id}"; \`redline sources\` lists them`);
    return source;
  };
  const composeReplay = async (config: Config) => {
    const clock = createReplayClock(ports.clock, BEFORE_ALL_CAPTURES);
    const logger = ports.createLogger(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL);
    return {
      clock,
      redline: await composeRedline({ config, logger, clock, deliveryClock: ports.clock, onFatal: ports.onFatal }),
    };
  };

  program
    .command('start')
    .description('collect, compare, notify and serve, in one process')
    .action(async () => {
      const config = ports.readConfig();
      const logger = ports.createLogger(config.LOG_LEVEL);
      await start(
        await composeRedline({
          config,
          logger,
          clock: ports.clock,
          deliveryClock: ports.clock,
          onFatal: ports.onFatal,
        }),
        ports.print,
      );
    });

  program
    .command('collect')
    .description('poll what is due, or one source, once')
    .option('--source <id>', 'this source only, due or not')
    .action((options: { source?: string }) => withRedline((redline) => collect(redline, options.source, ports.print)));

  program
    .command('replay')
    .description('play a corpus of dated captures through the pipeline')
    .requiredOption('--corpus <dir>', 'folder with captures-*.jsonl')
    .option('--serve', 'leave pages and API up afterwards', false)
    .action(async (options: { corpus: string; serve: boolean }) => {
      const { clock, redline } = await composeReplay(forCorpus(ports.readConfig(), options.corpus));
      await replayCommand(redline, clock, options.corpus, options.serve, ports.print);
    });

  program
    .command('demo')
    .description('replay a corpus into a store of its own and leave the pages up')
    .option('--corpus <dir>', 'folder with captures-*.jsonl')
    .option('--no-serve', 'end after the replay')
    .action(async (options: { corpus?: string; serve: boolean }) => {
      const directory = options.corpus ?? ports.corpusDirectory;
      await demo({
        config: ports.readConfig(),
        compose: composeReplay,
        directory,
        serve: options.serve,
        print: ports.print,
      });
    });

  program
    .command('diff')
    .description('compare two files of a source; no store, no network')
    .requiredOption('--source <id>')
    .option('--before <file>', 'left out: a first capture')
    .requiredOption('--after <file>')
    .option('--json', 'one JSON line a change', false)
    .action(async (options: { source: string; before?: string; after: string; json: boolean }) => {
      const output = { json: options.json, now: ports.clock.now(), print: ports.print };
      if (!(await diffFiles(sourceNamed(options.source), { before: options.before, after: options.after }, output)))
        fail();
    });

  program
    .command('eval')
    .description('answer every gold case of a corpus')
    .requiredOption('--corpus <dir>')
    .requiredOption('--gold <dir>')
    .requiredOption('--json <file>', 'where to write one JSON line a case')
    .action(async (options: { corpus: string; gold: string; json: string }) => {
      const { answered, unwatched } = await evaluate(catalogue().sources, options, options.json);
      ports.print(`${answered} cases answered in ${options.json}`);
      for (const [sourceId, cases] of unwatched)
        ports.print(`  not watched: ${sourceId} (${cases} cases, answered empty)`);
    });

  program
    .command('changes')
    .description('print stored changes')
    .option('--json', 'one JSON line a change', false)
    .option('--source <id>')
    .option('--type <type>')
    .action((options: { json: boolean; source?: string; type?: string }) =>
      withRedline(async (redline) => {
        const filter = {
          ...(options.source ? { sourceId: options.source } : {}),
          ...(options.type ? { type: options.type } : {}),
        };
        await showChanges(redline, filter, options.json, ports.print);
        return true;
      }),
    );

  program
    .command('sources')
    .description('print what is watched, how fresh it is and what is wrong')
    .option('--json', 'one JSON line a source', false)
    .action((options: { json: boolean }) =>
      withRedline(async (redline) => {
        await showSources(redline, options.json, ports.print);
        return true;
      }),
    );

  program
    .command('verify')
    .description('derive a change again from the stored bytes')
    .argument('[changeId]', 'left out with --all')
    .option('--all', 'every stored change', false)
    .action((changeId: string | undefined, options: { all: boolean }) =>
      withRedline((redline) => {
        if (changeId !== undefined) return verify(redline, changeId, ports.print);
        if (options.all) return verifyAll(redline, ports.print);
        throw new Error('verify: name a change, or say --all');
      }),
    );

  program
    .command('release')
    .description('accept a held reading')
    .argument('<readingId>')
    .action((readingId: string) =>
      withRedline(async (redline) => {
        const released = await redline.differ.release(readingId);
        ports.print(
          released.kind === 'released' ? `released: ${released.changes} changes` : `refused: ${released.because}`,
        );
        return released.kind === 'released';
      }),
    );

  program
    .command('digest')
    .description('print the digest of a day')
    .option('--date <yyyy-mm-dd>', 'default: today')
    .option('--subscription <id>', 'as this subscription reads it')
    .action((options: { date?: string; subscription?: string }) =>
      withRedline((redline) => digestOfDay(redline, options, ports.print)),
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

  return {
    run: async (argv) => {
      try {
        await program.parseAsync([...argv]);
      } catch (error) {
        if (isHelp(error)) return 0;
        if (!isUsage(error)) ports.printError(`redline: ${error instanceof Error ? error.message : String(error)}`);
        return 1;
      }
      return exitCode;
    },
  };
}

/** Commander has printed its own message for these. */
function isUsage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

function isHelp(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(String(error.code))
  );
}
