import type { NotifierPorts } from './notifier-ports.ts';

/** Retries fall due without a commit or a wake-up; the shortest wait on the schedule is five seconds. */
const POLL_MS = 1_000;

export interface WorkerLoop {
  start(): void;
  /** Ends a wait: something was finished or committed. */
  wake(): void;
  /** Resolves once the round in hand is over. */
  stop(): Promise<void>;
}

/**
 * Runs `round` after each commit of this process, after each wake-up and every second, one at a time. A round that begins
 * something is followed by another at once; one that fails (a store restarting) is logged and tried again.
 */
export function createWorkerLoop(
  ports: Pick<NotifierPorts, 'store' | 'logger' | 'now'>,
  round: (now: Date) => Promise<number>,
): WorkerLoop {
  let stopping = false;
  let woken = false;
  let endWait: (() => void) | undefined;
  let running: Promise<void> | undefined;

  const wake = (): void => {
    woken = true;
    endWait?.();
  };

  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopping) return resolve();
      const done = () => {
        clearTimeout(timer);
        endWait = undefined;
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      endWait = done;
    });

  const loop = async (): Promise<void> => {
    const unsubscribe = ports.store.onCommit(wake);
    while (!stopping) {
      woken = false;
      try {
        if ((await round(ports.now())) > 0) continue;
      } catch (err) {
        ports.logger.error({ err }, 'deliveries.not_claimed');
      }
      await wait();
    }
    unsubscribe();
  };

  return {
    start: () => {
      running ??= loop();
    },
    wake,
    stop: async () => {
      stopping = true;
      endWait?.();
      await running;
    },
  };
}
