import type { Store } from '#store';
import type { Applying } from '../applying/apply-record.ts';
import { settleRecord } from '../applying/settle-record.ts';
import { createWakeUp } from '../applying/wake-up.ts';
import type { ConsumerPorts } from '../consumer-ports.ts';
import { deadLetterCount } from '../dead-letters.ts';
import type { Consumer, LogRecord, Subscription } from '../event-log.ts';
import { countAfter, recordsAfter } from '../outbox/outbox-rows.ts';
import { advancePosition, positionOf } from '../outbox/positions.ts';

const BATCH = 100;
const POLL_MS = 500;

/** One loop a group: next record, effect, position, in one transaction; never two records at once. */
export async function startConsumer(store: Store, subscription: Subscription, ports: ConsumerPorts): Promise<Consumer> {
  const wakeUp = createWakeUp(store);
  let stopping = false;
  let lastProgressAt: string | undefined;

  const applying: Applying = {
    store,
    subscription,
    keepPlace: (tx, record) => advancePosition(tx, subscription.group, record.position),
  };
  const patience = { sleep: (ms: number) => wakeUp.sleep(ms, () => stopping), cancelled: () => stopping };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      const ticket = wakeUp.ticket();
      const records = await readOrNothing(store, subscription, ports);
      for (const record of records) {
        if (stopping) return;
        const settled = await settleRecord(applying, record, ports, patience);
        if (settled.kind !== 'abandoned') lastProgressAt = ports.now().toISOString();
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
