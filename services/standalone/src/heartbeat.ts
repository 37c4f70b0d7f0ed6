import { listOpenSourceProblems, listSourceStates } from '#store';
import type { Redline } from './compose.ts';

const EVERY_MS = 60_000;
const TIMEOUT_MS = 20_000;

/** True while every source was checked with success within its freshness limit and none has an open problem. */
export async function everySourceIsFresh(redline: Redline, now: Date): Promise<boolean> {
  const states = new Map((await listSourceStates(redline.store.session)).map((state) => [state.sourceId, state]));
  if ((await listOpenSourceProblems(redline.store.session)).length > 0) return false;
  return redline.catalogue.sources.every((source) => {
    const lastSuccessAt = states.get(source.id)?.lastSuccessAt ?? null;
    return lastSuccessAt !== null && now.getTime() - Date.parse(lastSuccessAt) <= source.freshnessHours * 3_600_000;
  });
}

/**
 * Calls the heartbeat address once a minute, only while all is fresh: a schedule that never starts cannot complain, so its
 * silence must be what calls the operator (a dead-man signal). Does nothing without `REDLINE_HEARTBEAT_URL`.
 */
export function startHeartbeat(redline: Redline): { stop(): void } {
  const url = redline.config.REDLINE_HEARTBEAT_URL;
  if (url === undefined) return { stop: () => undefined };
  const beat = async (): Promise<void> => {
    try {
      if (!(await everySourceIsFresh(redline, redline.clock.now()))) {
        redline.logger.debug({}, 'heartbeat.withheld');
        return;
      }
      const answer = await redline.fetcher.post({ url, headers: {}, body: '', timeoutMs: TIMEOUT_MS });
      if (answer.kind !== 'answered') redline.logger.warn({ outcome: answer.kind }, 'heartbeat.not_sent');
    } catch (error) {
      redline.logger.error({ err: error }, 'heartbeat.failed');
    }
  };
  const timer = setInterval(() => void beat(), EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
