import type { Logger } from './logger.ts';

/** Longest a stop may take before the process ends anyway; what was not finished is repeated at the next start. */
const LONGEST_STOP_MS = 9_000;

/** Runs `stop` once on SIGINT or SIGTERM, then ends the process: code 0 when it finished in time, 1 when not. */
export function stopOnSignal(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'process.stopping');
    const overdue = setTimeout(() => {
      logger.error({ afterMs: LONGEST_STOP_MS }, 'process.stop_overdue');
      process.exit(1);
    }, LONGEST_STOP_MS);
    stop().then(
      () => {
        clearTimeout(overdue);
        logger.info({}, 'process.stopped');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'process.stop_failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
}
