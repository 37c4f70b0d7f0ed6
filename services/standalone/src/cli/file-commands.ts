import { diffFiles } from '../commands/diff.ts';
import { evaluate } from '../commands/eval.ts';
import type { RegisterCommands } from './command-context.ts';

/** Commands that work on files alone: no store, no network. */
export const fileCommands: RegisterCommands = (program, { ports, fail, catalogue, sourceNamed }) => {
  program
    .command('diff')
    .description('compare two files of a source; no store, no network')
    .requiredOption('--source <id>')
    .option('--before <file>', 'left out: a first capture')
    .requiredOption('--after <file>')
    .option('--json', 'one JSON line a change', false)
    .action(async (options: { source: string; before?: string; after: string; json: boolean }) => {
      const output = { json: options.json, now: ports.clock.now(), print: ports.print };
      const paths = { before: options.before, after: options.after };
      if (!(await diffFiles(sourceNamed(options.source), paths, output))) fail();
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
      for (const [sourceId, cases] of unwatched) {
        ports.print(`  not watched: ${sourceId} (${cases} cases, answered empty)`);
      }
    });
};
