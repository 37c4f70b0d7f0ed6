import type { Store } from '#store';
import { type Applying, setAside } from '../applying/apply-record.ts';
import { applyTogether } from '../applying/apply-together.ts';
import { firstRun } from '../applying/first-run.ts';
import { settleRecord } from '../applying/settle-record.ts';
import { createWakeUp } from '../applying/wake-up.ts';
import type { ConsumerPorts } from '../consumer-ports.ts';
import { deadLetterCount } from '../dead-letters.ts';
import type { Consumer, Subscription } from '../event-log.ts';
import { countAfter, type RowMet, rowsOfTopicsAfter } from '../outbox/outbox-rows.ts';
import { advancePosition, positionOf } from '../outbox/positions.ts';

const BATCH = 100;
const POLL_MS = 500;

/** One loop a group: the next record, or a run that may be applied together; effect and position in one transaction. */
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

  const settleRun = async (run: readonly RowMet[]): Promise<void> => {
    const records = run.flatMap((met) => (met.kind === 'record' ? [met.record] : []));
    const together = run.length > 1 && (await applyTogether(applying, records));
    for (const met of together ? [] : run) {
      if (stopping || (await settle(met)).kind === 'abandoned') return;
    }
    lastProgressAt = ports.now().toISOString();
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      const ticket = wakeUp.ticket();
      const rows = await readOrNothing(store, subscription, ports);
      for (let rest = rows; rest.length > 0; ) {
        if (stopping) return;
        const run = firstRun(rest, subscription.together);
        await settleRun(run);
        rest = rest.slice(run.length);
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
