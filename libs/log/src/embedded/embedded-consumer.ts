import type { Store } from '#store';
import { type Applying, setAside } from '../applying/apply-record.ts';
import { settleRecord } from '../applying/settle-record.ts';
import { createWakeUp } from '../applying/wake-up.ts';
import type { ConsumerPorts } from '../consumer-ports.ts';
import { deadLetterCount } from '../dead-letters.ts';
import type { Consumer, Subscription } from '../event-log.ts';
import { countAfter, type RowMet, rowsOfTopicsAfter } from '../outbox/outbox-rows.ts';
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

  const settle = (met: RowMet) => {
    if (met.kind === 'record') return settleRecord(applying, met.record, ports, patience);
    return setAside(applying, met.row, { code: 'unreadable_event', reason: met.because, attempts: 0 }, ports.now());
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      const ticket = wakeUp.ticket();
      const rows = await readOrNothing(store, subscription, ports);
      for (const met of rows) {
        if (stopping) return;
        const settled = await settle(met);
        if (settled.kind !== 'abandoned') lastProgressAt = ports.now().toISOString();
      }
      wakeUp.announceIdle(rows.length === 0);
      if (rows.length === 0 && !stopping) await wakeUp.waitForCommit(ticket, POLL_MS);
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
): Promise<readonly RowMet[]> {
  try {
    const from = await positionOf(store.session, subscription.group);
    return await rowsOfTopicsAfter(store.session, subscription.topics, from, BATCH);
  } catch (error) {
    ports.onReadFailure?.({ group: subscription.group, error });
    return [];
  }
}
