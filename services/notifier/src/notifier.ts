import { setTimeout as wait } from 'node:timers/promises';
import { assessImpact } from '#domain';
import type { Consumer, Progress, Subscription } from '#log';
import { type Actor, countDeliveries, type DeliveryRange, type DeliveryStatus, releaseClaims } from '#store';
import { createDeliveryWorker } from './delivery-worker.ts';
import { createDigestLoop } from './digest/digest-loop.ts';
import { makeDigests } from './digest/make-digests.ts';
import { dispatchAlerts } from './dispatch-alerts.ts';
import { matchChanges } from './match-changes.ts';
import type { NotifierPorts } from './notifier-ports.ts';
import { createProfileBook, type ProfileBook } from './profile-book.ts';
import { type ReplayOutcome, replayDelivery } from './replay-delivery.ts';
import { type RangeReplayOutcome, replayRange } from './replay-range.ts';
import { sendTest, type TestOutcome } from './send-test.ts';

export interface NotifierProgress {
  /** One a consumer group, `notifier.match` first; empty before the start. */
  readonly groups: readonly Progress[];
  readonly deliveries: ReadonlyMap<DeliveryStatus, number>;
  readonly attemptsUnderWay: number;
  /** False until every profile was read after the start: until then changes wait. */
  readonly profilesRead: boolean;
}

export interface Notifier {
  /** What the notifier consumes and how, for replaying what was set aside. */
  readonly subscriptions: readonly Subscription[];
  start(): Promise<void>;
  /** Finishes the records and attempts in hand, then stops. What is due stays due. */
  stop(): Promise<void>;
  /** Resolves once every change appended before the call is matched with the subscriptions. */
  matched(): Promise<void>;
  /** Resolves once every change appended before the call is matched, every digest due is made and every delivery due was attempted. */
  drained(): Promise<void>;
  progress(): Promise<NotifierProgress>;
  /** For the desk: a person asks to send a delivery again. */
  replay(deliveryId: string, by: Actor): Promise<ReplayOutcome>;
  /** For the desk: a person asks to send a range of deliveries again. */
  replayRange(subscriptionId: string, range: DeliveryRange, by: Actor): Promise<RangeReplayOutcome>;
  /** For the desk: a person asks for a message that shows that a channel works. */
  sendTest(subscriptionId: string): Promise<TestOutcome>;
}

/** Matches changes with subscriptions, raises alerts and sends them. Two consumer groups, one maker of digests and one delivery worker. */
export function createNotifier(ports: NotifierPorts): Notifier {
  const sending = { ...ports, now: ports.deliveryNow };
  const worker = createDeliveryWorker(sending);
  const digests = createDigestLoop(ports.logger, () => makeDigests(sending, ports.deliveryNow()));
  const book = createProfileBook(ports);
  let consumers: readonly Consumer[] = [];
  let isStopped = false;
  const subscriptions: readonly Subscription[] = [
    matchChanges({ ...ports, book, assess: assessImpact }),
    dispatchAlerts(sending),
  ];
  return {
    subscriptions,
    start: async () => {
      if (ports.onlySender) await releaseClaims(ports.store.session);
      consumers = await Promise.all(subscriptions.map((subscription) => ports.log.consume(subscription)));
      void readAtStart(book, ports.logger, () => isStopped);
      worker.start();
      digests.start();
    },
    stop: async () => {
      isStopped = true;
      for (const consumer of consumers) await consumer.stop();
      await digests.stop();
      await worker.stop();
    },
    matched: async () => consumers[0]?.drained(),
    drained: async () => {
      for (const consumer of consumers) await consumer.drained();
      await makeDigests(sending, ports.deliveryNow());
      await worker.runOnce(ports.deliveryNow());
    },
    progress: async () => ({
      groups: await Promise.all(consumers.map((consumer) => consumer.progress())),
      deliveries: await countDeliveries(ports.store.session),
      attemptsUnderWay: worker.underWay(),
      profilesRead: book.wasRead(),
    }),
    replay: (deliveryId, by) => replayDelivery(sending, deliveryId, by),
    replayRange: (subscriptionId, range, by) => replayRange(sending, subscriptionId, range, by),
    sendTest: (subscriptionId) => sendTest(sending, subscriptionId),
  };
}

const READ_AGAIN_AFTER_MS = 1_000;

/** Reads all profiles before a change asks for them; the process is not ready before. */
async function readAtStart(
  book: ProfileBook,
  logger: NotifierPorts['logger'],
  isStopped: () => boolean,
): Promise<void> {
  while (!book.wasRead() && !isStopped()) {
    try {
      await book.read();
    } catch (error) {
      if (isStopped()) return;
      logger.error({ because: error instanceof Error ? error.message : 'unknown' }, 'profiles.not_read');
      await wait(READ_AGAIN_AFTER_MS, undefined, { ref: false });
    }
  }
}
