import type { Store } from '#store';
import { park } from '../dead-letters.ts';
import { dispositionOf } from '../disposition.ts';
import type { Consumer, LogRecord, Subscription } from '../event-log.ts';
import { applyRecord } from './apply-record.ts';
import { advancePosition, countAfter, deadLetterCount, positionOf, recordsAfter } from './positions.ts';
import { createWakeUp } from './wake-up.ts';

export interface ConsumerPorts {
  readonly now: () => Date;
  /** Told of each record that was set aside; the effects of telling are the caller's. */
  readonly onDeadLetter?: (letter: { group: string; record: LogRecord; code: string; reason: string }) => void;
  /** Told when the log itself could not be read; the next round asks again. */
  readonly onReadFailure?: (failure: { group: string; error: unknown }) => void;
  /** Told of each attempt that failed and will be made again. */
  readonly onRetry?: (retry: {
    group: string;
    record: LogRecord;
    attempt: number;
    delayMs: number;
    error: unknown;
  }) => void;
}

const BATCH = 100;
const POLL_MS = 500;

/** One loop a group: next record, effect, position, in one transaction; never two records at once. */
export async function startConsumer(store: Store, subscription: Subscription, ports: ConsumerPorts): Promise<Consumer> {
  const wakeUp = createWakeUp(store);
  let stopping = false;
  let lastProgressAt: string | undefined;

  const settle = async (record: LogRecord): Promise<void> => {
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        await applyRecord(store, subscription, record, ports.now());
        return;
      } catch (error) {
        const next = dispositionOf(error, attempt);
        if (next.kind === 'dead_letter') {
          const why = { code: next.code, reason: next.reason, attempts: attempt, parkedAt: ports.now().toISOString() };
          await store.transaction(async (tx) => {
            await park(tx, subscription.group, record, why);
            await advancePosition(tx, subscription.group, record.position);
          });
          ports.onDeadLetter?.({ group: subscription.group, record, code: next.code, reason: next.reason });
          return;
        }
        ports.onRetry?.({ group: subscription.group, record, attempt, delayMs: next.delayMs, error });
        await wakeUp.sleep(next.delayMs, () => stopping);
      }
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      const ticket = wakeUp.ticket();
      const records = await readOrNothing(store, subscription, ports);
      for (const record of records) {
        if (stopping) return;
        await settle(record);
        lastProgressAt = ports.now().toISOString();
      }
      wakeUp.announceIdle(records.length === 0);
      if (records.length === 0 && !stopping) await wakeUp.waitForCommit(ticket, POLL_MS);
    }
  };

  const running = loop();
  return {
    progress: async () => ({
      group: subscription.group,
      lag: await countAfter(store.session, subscription.topics, await positionOf(store.session, subscription.group)),
      lastProgressAt,
      deadLetters: await deadLetterCount(store.session, subscription.group),
    }),
    drained: async () => {
      while (
        !stopping &&
        (await countAfter(store.session, subscription.topics, await positionOf(store.session, subscription.group))) > 0
      ) {
        await wakeUp.nextIdle();
      }
    },
    stop: async () => {
      stopping = true;
      wakeUp.interrupt();
      await running;
      wakeUp.close();
    },
  };
}

/** A store that cannot be read just now (restart, lock) is not the end of the group: the next round asks again. */
async function readOrNothing(
  store: Store,
  subscription: Subscription,
  ports: ConsumerPorts,
): Promise<readonly LogRecord[]> {
  try {
    const from = await positionOf(store.session, subscription.group);
    return await recordsAfter(store.session, subscription.topics, from, BATCH);
  } catch (error) {
    ports.onReadFailure?.({ group: subscription.group, error });
    return [];
  }
}
