import { releaseHeld, showComparison, showHeld } from '../commands/held.ts';
import type { RegisterCommands } from './command-context.ts';

/** Readings that wait for a person: what is held, how it differs from the last good one, and accepting it. */
export const heldCommands: RegisterCommands = (program, { ports, withRedline }) => {
  const held = program.command('held').description('readings in doubt, which wait for a person');
  held.command('list').action(() => withRedline((redline) => showHeld(redline, ports.print)));
  held
    .command('compare')
    .argument('<readingId>')
    .action((readingId: string) => withRedline((redline) => showComparison(redline, readingId, ports.print)));
  held
    .command('release')
    .argument('<readingId>')
    .option('--reason <words>', 'why it can be relied on; kept in the audit trail')
    .action((readingId: string, { reason }: { reason?: string }) =>
      withRedline((redline) => releaseHeld(redline, { readingId, reason }, ports.print)),
    );

  program
    .command('release')
    .description('accept a held reading: short for held release')
    .argument('<readingId>')
    .action((readingId: string) => withRedline((redline) => releaseHeld(redline, { readingId }, ports.print)));
};
