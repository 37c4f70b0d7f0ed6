import { setTimeout as delay } from 'node:timers/promises';
import type { Producer } from 'kafkajs';
import type { Session, Store } from '#store';
import { createWakeUp, type WakeUp } from '../applying/wake-up.ts';
import { rowsAfterGroup } from '../outbox/outbox-rows.ts';
import { advancePosition, positionOf } from '../outbox/positions.ts';
import { explicitPartition } from './explicit-partition.ts';
import { CLIENT_RETRY, createClient } from './kafka-client.ts';
import type { KafkaLogPorts } from './kafka-ports.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { firstThatFit, messagesByTopic } from './relay-batch.ts';
import { withRelayLease } from './relay-lease.ts';

/** Ships the outbox to the brokers. Any number of processes may run one; one of them ships, the others stand by. */
export interface Relay {
  progress(): Promise<RelayProgress>;
  /** Finishes the batch in hand, then stops. */
  stop(): Promise<void>;
}

export interface RelayProgress {
  /** Position of the last event that the brokers have confirmed. */
  readonly shippedPosition: number;
  /** True in the one process that ships. */
  readonly leading: boolean;
  readonly lastShippedAt: string | undefined;
}

/** Where the relay keeps its place among the positions of groups. */
export const RELAY_GROUP = 'relay';

const ROWS = 500;
/** Under load, what was committed meanwhile is shipped in one request rather than in many: a gap that a person cannot notice. */
const LEAST_GAP_MS = 12;
/** How soon events of other processes are noticed; those of this process wake the relay. */
const POLL_MS = 20;
const STAND_BY_MS = 1_000;

/**
 * Ships rows in position order, one batch at a time: the next is read once all replicas have the last (backpressure). The
 * position moves after the brokers confirmed, so a crash ships again rather than loses, and the inbox drops the copy.
 */
export function startRelay(store: Store, settings: KafkaSettings, ports: KafkaLogPorts): Relay {
  const wakeUp = createWakeUp(store);
  let stopping = false;
  let leading = false;
  let lastShippedAt: string | undefined;
  const shipping = {
    stopping: () => stopping,
    onShipped: () => {
      lastShippedAt = ports.now().toISOString();
    },
  };
  const lead = async (session: Session): Promise<void> => {
    leading = true;
    try {
      await ship(session, settings, wakeUp, shipping);
    } finally {
      leading = false;
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopping) {
      try {
        await withRelayLease(store, lead);
      } catch (error) {
        ports.onRelayFailure?.(error);
      }
      await wakeUp.sleep(STAND_BY_MS, () => stopping);
    }
  };
  const running = loop();
  return {
    progress: async () => ({
      shippedPosition: await positionOf(store.session, RELAY_GROUP),
      leading,
      lastShippedAt,
    }),
    stop: async () => {
      stopping = true;
      wakeUp.interrupt();
      await running;
      wakeUp.close();
    },
  };
}

/** Until stopped or failed. A failed producer is never used again: its sequence numbers may be out of step. */
async function ship(
  session: Session,
  settings: KafkaSettings,
  wakeUp: WakeUp,
  shipping: { stopping(): boolean; onShipped(): void },
): Promise<void> {
  const producer = createProducer(settings);
  try {
    await producer.connect();
    let shippedAt = 0;
    while (!shipping.stopping()) {
      const ticket = wakeUp.ticket();
      await pause(shippedAt + LEAST_GAP_MS - performance.now());
      const rows = firstThatFit(await rowsAfterGroup(session, RELAY_GROUP, ROWS));
      const last = rows.at(-1);
      if (last) {
        await producer.sendBatch({ acks: -1, topicMessages: messagesByTopic(settings, rows) });
        await advancePosition(session, RELAY_GROUP, last.position);
        shipping.onShipped();
        shippedAt = performance.now();
      } else {
        await wakeUp.waitForCommit(ticket, POLL_MS);
      }
    }
  } finally {
    await producer.disconnect();
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await delay(ms);
}

function createProducer(settings: KafkaSettings): Producer {
  return createClient(settings, 'relay').producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    retry: CLIENT_RETRY,
    createPartitioner: explicitPartition,
  });
}
