import type { Logger } from '#process';

/** Digests are due at a minute; a quarter of one is late enough to be cheap and early enough not to be noticed. */
const POLL_MS = 15_000;

export interface DigestLoop {
  start(): void;
  /** Resolves once the round in hand is over. */
  stop(): Promise<void>;
}

/** Runs `round` four times a minute, one at a time; one that fails is logged and tried again. */
export function createDigestLoop(logger: Logger, round: () => Promise<number>): DigestLoop {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    let more = 0;
    try {
      more = await round();
    } catch (err) {
      logger.error({ err }, 'digests.not_made');
    }
    if (!stopping) timer = setTimeout(begin, more > 0 ? 0 : POLL_MS).unref();
  };
  const begin = (): void => {
    running = run();
  };

  return {
    start: begin,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
