import type { Command } from 'commander';
import type { Config, Logger } from '#process';
import type { Source } from '#sources';
import { type Clock, createReplayClock, type ReplayClock } from '../clock.ts';
import { composeRedline, type Redline } from '../compose.ts';
import { type Catalogue, loadCatalogue } from '../load-catalogue.ts';
import { requireTenant } from './tenant-option.ts';

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

/** What commands share: the process, and ways to open what they work on. */
export interface CommandContext {
  readonly ports: CommandLinePorts;
  /** Marks the command as failed; its exit code will be 1. */
  fail(): void;
  /** Composes with silent logs for one command, and closes after. `work` answers false for a failure already told. */
  withRedline(work: (redline: Redline) => Promise<boolean>): Promise<void>;
  /** The same for a command that works on what belongs to one tenant. @throws Error when there is no such tenant. */
  withTenant(tenantId: string, work: (redline: Redline) => Promise<boolean>): Promise<void>;
  compose(config: Config, level: string): Promise<Redline>;
  composeReplay(config: Config): Promise<{ readonly clock: ReplayClock; readonly redline: Redline }>;
  catalogue(): Catalogue;
  /** @throws Error when no such source is configured. */
  sourceNamed(id: string): Source;
}

/** Adds one family of commands to the program. */
export type RegisterCommands = (program: Command, context: CommandContext) => void;

/** Before any capture of any corpus: where a replay's clock stands until its first capture moves it. */
const BEFORE_ALL_CAPTURES = '2000-01-01T00:00:00.000Z';

export function createContext(ports: CommandLinePorts, fail: () => void): CommandContext {
  const compose = (config: Config, level: string, clock: Clock = ports.clock): Promise<Redline> =>
    composeRedline({
      config,
      logger: ports.createLogger(level),
      clock,
      deliveryClock: ports.clock,
      onFatal: ports.onFatal,
    });
  const catalogue = (): Catalogue => {
    const config = ports.readConfig();
    return loadCatalogue({ sources: config.REDLINE_SOURCES_FILE, instruments: config.REDLINE_INSTRUMENTS_FILE });
  };
  const withRedline: CommandContext['withRedline'] = async (work) => {
    const redline = await compose(ports.readConfig(), 'silent');
    try {
      if (!(await work(redline))) fail();
    } finally {
      await redline.close();
    }
  };
  return {
    ports,
    fail,
    withRedline,
    withTenant: (tenantId, work) =>
      withRedline(async (redline) => {
        await requireTenant(redline.store.session, tenantId);
        return work(redline);
      }),
    compose: (config, level) => compose(config, level),
    composeReplay: async (config) => {
      const clock = createReplayClock(ports.clock, BEFORE_ALL_CAPTURES);
      const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
      return { clock, redline: await compose(config, level, clock) };
    },
    catalogue,
    sourceNamed: (id) => {
      const source = catalogue().sources.find((candidate) => candidate.id === id);
      if (!source) throw new Error(`--source: there is no source "${id}"; \`redline sources\` lists them`);
      return source;
    },
  };
}
