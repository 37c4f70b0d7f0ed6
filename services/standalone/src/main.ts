import { createLogger, readConfig } from '#process';
import { createCommandLine } from './cli/command-line.ts';
import { machineClock } from './clock.ts';

// Output piped into `head` ends early: that is not a failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const commandLine = createCommandLine({
  readConfig: () => readConfig(process.env),
  createLogger: (level) => createLogger({ level, service: 'redline' }),
  clock: machineClock,
  onFatal: () => process.exit(1),
  corpusDirectory: process.env.REDLINE_CORPUS,
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
});

const exitCode = await commandLine.run(process.argv);
// A command that failed may have started services; one that succeeded ends by itself, or serves until a signal.
if (exitCode !== 0) process.exit(exitCode);
