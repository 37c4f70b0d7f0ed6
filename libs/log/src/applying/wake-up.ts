import type { Store } from '#store';

/** Lets a loop wait for the next commit of this process, for a while, or for an interruption, without polling hard. */
export interface WakeUp {
  /** Taken before reading: a commit after it ends the wait at once, so none falls between reading and waiting. */
  ticket(): number;
  waitForCommit(ticket: number, atMostMs: number): Promise<void>;
  sleep(ms: number, cancelled: () => boolean): Promise<void>;
  announceIdle(idle: boolean): void;
  nextIdle(): Promise<void>;
  interrupt(): void;
  close(): void;
}

export function createWakeUp(store: Store): WakeUp {
  let commits = 0;
  let wake: (() => void) | undefined;
  let idleWaiters: (() => void)[] = [];
  const unsubscribe = store.onCommit(() => {
    commits += 1;
    wake?.();
  });
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      wake = done;
    });
  const releaseIdle = () => {
    const waiting = idleWaiters;
    idleWaiters = [];
    for (const resolve of waiting) resolve();
  };
  return {
    ticket: () => commits,
    waitForCommit: async (ticket, atMostMs) => {
      if (ticket === commits) await pause(atMostMs);
    },
    sleep: async (ms, cancelled) => {
      const until = performance.now() + ms;
      while (!cancelled() && performance.now() < until) await pause(Math.max(1, until - performance.now()));
    },
    announceIdle: (idle) => {
      if (idle) releaseIdle();
    },
    nextIdle: () => new Promise((resolve) => idleWaiters.push(resolve)),
    interrupt: () => {
      wake?.();
      releaseIdle();
    },
    close: unsubscribe,
  };
}
