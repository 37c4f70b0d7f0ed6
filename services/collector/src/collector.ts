import cron from 'node-cron';
import type { Source, SourceFamily } from '#sources';
import { listSourceStates } from '#store';
import { type Polled, type PollPorts, pollSource } from './poll-source.ts';

/** Different publishers are asked side by side; one host is asked by one request at a time, which the fetcher sees to. */
const POLLS_AT_ONCE = 4;

export interface Collector {
  /** Polls what is due now, then looks once a minute. */
  start(): Promise<void>;
  /** Polls every source whose next run has come. Resolves when all of them are done. */
  collectDue(): Promise<readonly Polled[]>;
  /** Polls one source now, whatever its schedule says. @throws Error for an unknown id. */
  collect(sourceId: string): Promise<Polled>;
  /** Ends the poll in hand, then stops. */
  stop(): Promise<void>;
}

/**
 * Runs the sources by their schedules. When a source is next due stands in the store, so a restart neither forgets a run
 * nor repeats one, and the minute tick may be late or missed without harm.
 */
export function createCollector(
  ports: PollPorts,
  sources: readonly Source[],
  families: ReadonlyMap<string, SourceFamily>,
): Collector {
  let tick: ReturnType<typeof cron.schedule> | undefined;
  let running: Promise<readonly Polled[]> | undefined;
  let stopping = false;

  const poll = async (source: Source): Promise<Polled> => {
    const family = families.get(source.family);
    if (!family) throw new Error(`source ${source.id} names the unknown family "${source.family}"`);
    return pollSource(ports, source, family);
  };

  const runDue = async (): Promise<readonly Polled[]> => {
    const due = await dueSources(ports, sources);
    const done: Polled[] = [];
    const worker = async (): Promise<void> => {
      for (let source = due.shift(); source && !stopping; source = due.shift()) {
        try {
          done.push(await poll(source));
        } catch (error) {
          ports.logger.error({ err: error, sourceId: source.id }, 'source.poll_failed');
        }
      }
    };
    await Promise.all(Array.from({ length: POLLS_AT_ONCE }, worker));
    return done;
  };

  const collectDue = (): Promise<readonly Polled[]> => {
    running ??= runDue().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    start: async () => {
      tick = cron.schedule('* * * * *', () => void collectDue(), { name: 'collector', noOverlap: true });
      void collectDue();
    },
    collectDue,
    collect: async (sourceId) => {
      const source = sources.find((candidate) => candidate.id === sourceId);
      if (!source) throw new Error(`no source "${sourceId}"; \`redline sources\` lists them`);
      return poll(source);
    },
    stop: async () => {
      stopping = true;
      await tick?.destroy();
      await running;
    },
  };
}

async function dueSources(ports: PollPorts, sources: readonly Source[]): Promise<Source[]> {
  const states = new Map((await listSourceStates(ports.store.session)).map((state) => [state.sourceId, state]));
  const now = ports.now().toISOString();
  return sources.filter((source) => {
    const nextRunAt = states.get(source.id)?.nextRunAt ?? null;
    return nextRunAt === null || nextRunAt <= now;
  });
}
