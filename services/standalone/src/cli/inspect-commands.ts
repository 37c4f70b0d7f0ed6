import { Option } from 'commander';
import { SEARCH_KINDS, type SearchKind } from '#store';
import { showCoverage } from '../commands/coverage.ts';
import { showDevelopments } from '../commands/developments.ts';
import { digestOfDay } from '../commands/digest.ts';
import { showDocuments } from '../commands/documents.ts';
import { searchStore } from '../commands/search.ts';
import { showChanges, showSources, verify, verifyAll } from '../commands/show.ts';
import type { RegisterCommands } from './command-context.ts';
import { tenantOption } from './tenant-option.ts';

/** Commands that print what is stored, and prove it. */
export const inspectCommands: RegisterCommands = (program, { ports, withRedline, withTenant }) => {
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
    .command('documents')
    .description('account for every document that was read; fails when one is missing')
    .option('--since <yyyy-mm-dd>', 'published on this day or later')
    .option('--state <state>', 'only told, review, dismissed or missing')
    .action((options: { since?: string; state?: string }) =>
      withRedline((redline) => showDocuments(redline, options, ports.print)),
    );

  program
    .command('developments')
    .description('print legal acts over all sources, what is not shown yet and what waits for review')
    .option('--open', 'only those of which something announced is not shown yet', false)
    .option('--limit <n>', 'how many', Number, 100)
    .action((options: { open: boolean; limit: number }) =>
      withRedline(async (redline) => {
        await showDevelopments(redline, options, ports.print);
        return true;
      }),
    );

  program
    .command('search')
    .description('find changes, developments and provisions by their words, in English and Japanese')
    .argument('<words...>', 'all of them must be there; -word must not; after -- words may begin with a minus')
    .addOption(new Option('--kind <kind>', 'only one kind').choices(SEARCH_KINDS))
    .option('--source <id>')
    .option('--instrument <id>')
    .option('--limit <n>', 'how many', Number, 20)
    .option('--json', 'one JSON line a hit', false)
    .action(
      (
        words: string[],
        options: { kind?: SearchKind; source?: string; instrument?: string; limit: number; json: boolean },
      ) =>
        withRedline(async (redline) => {
          const { kind, source, instrument, limit, json } = options;
          const filter = {
            ...(kind ? { kind } : {}),
            ...(source ? { sourceId: source } : {}),
            ...(instrument ? { instrumentId: instrument } : {}),
          };
          await searchStore(redline, words, { ...filter, limit, json }, ports.print);
          return true;
        }),
    );

  program
    .command('sources')
    .description('print what is watched, how fresh it is and what is wrong')
    .option('--json', 'one JSON line a source', false)
    .option('--coverage', 'instrument by instrument: its sources, how fresh they are, its counterpart', false)
    .action((options: { json: boolean; coverage: boolean }) =>
      withRedline(async (redline) => {
        await (options.coverage ? showCoverage : showSources)(redline, options.json, ports.print);
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
    .command('digest')
    .description('print the digest of a day')
    .option('--date <yyyy-mm-dd>', 'default: today')
    .option('--subscription <id>', 'as this subscription reads it')
    .addOption(tenantOption())
    .action((options: { date?: string; subscription?: string; tenant: string }) =>
      withTenant(options.tenant, (redline) => digestOfDay(redline, options, ports.print)),
    );
};
