import { Command } from 'commander';
import { accessCommands } from './access-commands.ts';
import { type CommandLinePorts, createContext } from './command-context.ts';
import { fileCommands } from './file-commands.ts';
import { heldCommands } from './held-commands.ts';
import { inspectCommands } from './inspect-commands.ts';
import { operateCommands } from './operate-commands.ts';
import { profileCommands } from './profile-commands.ts';
import { proofCommands } from './proof-commands.ts';
import { watchCommands } from './watch-commands.ts';

/** The commands of `redline`. `run` resolves with the exit code: 0 only on success. */
export function createCommandLine(ports: CommandLinePorts): { run(argv: readonly string[]): Promise<number> } {
  let exitCode = 0;
  const program = new Command('redline')
    .description('Watches the rules and lists by which the United States and Japan control technology.')
    .showHelpAfterError()
    .exitOverride();
  const context = createContext(ports, () => {
    exitCode = 1;
  });
  for (const register of [
    watchCommands,
    fileCommands,
    inspectCommands,
    profileCommands,
    accessCommands,
    heldCommands,
    operateCommands,
    proofCommands,
  ])
    register(program, context);
  return {
    run: async (argv) => {
      try {
        await program.parseAsync([...argv]);
      } catch (error) {
        if (commanderCode(error) !== undefined) return ASKED_FOR_HELP.has(commanderCode(error) ?? '') ? 0 : 1;
        ports.printError(`redline: ${error instanceof Error ? error.message : String(error)}`);
        return 1;
      }
      return exitCode;
    },
  };
}

const ASKED_FOR_HELP = new Set(['commander.helpDisplayed', 'commander.help', 'commander.version']);

/** Commander has printed its own message for these. */
function commanderCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('commander.') ? code : undefined;
}
