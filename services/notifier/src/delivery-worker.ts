import { claimDueDeliveries, giveBackClaims, hasDueDelivery } from '#store';
import { type AttemptPorts, attemptDelivery, type DoneAttempt } from './attempt-delivery.ts';
import { createAttemptRecorder } from './attempt-recorder.ts';
import { createEndpointBook } from './endpoint-book.ts';
import { AHEAD_PER_ENDPOINT, createEndpointLimits } from './endpoint-limits.ts';
import { rateOf } from './endpoint-rate.ts';
import { type PreparedDelivery, prepareDeliveries } from './prepare-deliveries.ts';
import { createWaitingLine } from './waiting-line.ts';
import { createWorkerLoop } from './worker-loop.ts';

export interface DeliveryWorker {
  /**
   * Sends what is due at `now`, and resolves when all of it is recorded.
   * @returns how many attempts were begun meanwhile.
   */
  runOnce(now: Date): Promise<number>;
  /** Sends whatever falls due, until stopped. */
  start(): void;
  /** Begins nothing more, waits for the attempts under way and gives back what waited. */
  stop(): Promise<void>;
  /** Attempts under way. */
  underWay(): number;
}

/** Claimed at most at once. */
const MOST_CLAIMED = 512;
/** More is claimed when less waits, and how much of it one endpoint counts for. */
const LOW_STOCK = 96;
const ENOUGH_FOR_ONE = 48;
/** What waited longer is given back: its subscription may have changed meanwhile, and another worker may be free. */
const LONGEST_WAIT_MS = 10_000;
/** Beyond the receiver's time and the wait: what a claim may take to be recorded before another worker may repeat it. */
const CLAIM_MARGIN_MS = 50_000;

/**
 * Claims due deliveries and attempts them, at most `concurrency` at once and `perEndpoint` to one receiver. Several workers
 * may share one store. Deliveries to one receiver may overtake one another. An attempt is recorded after it was made: a
 * crash in between repeats it under the same `webhook-id`, so a message reaches its receiver at least once and the receiver
 * can tell a repetition.
 */
export function createDeliveryWorker(ports: AttemptPorts): DeliveryWorker {
  const limits = createEndpointLimits(ports.limits);
  const recorder = createAttemptRecorder(ports);
  const book = createEndpointBook(ports.sealer);
  const line = createWaitingLine();
  /** Endpoints that are being disabled: nothing is claimed for them until that is recorded. */
  const closing = new Set<string>();
  const underWay = new Set<Promise<void>>();
  /** Of them, those whose answer has not come. */
  let unanswered = 0;
  let goingOn: NodeJS.Immediate | undefined;
  let claiming: Promise<unknown> = Promise.resolve();
  /** Resolves when an attempt ended and there may be something to claim. */
  let moved = Promise.withResolvers<void>();
  /** What was left out when last nothing was found: until one of them is open again there is nothing to claim. */
  let leftOut: readonly string[] | undefined;
  let begunSoFar = 0;
  let stopping = false;

  const giveBack = (prepared: readonly PreparedDelivery[]): Promise<void> =>
    giveBackClaims(
      ports.store.session,
      prepared.map(({ delivery }) => delivery.deliveryId),
    );

  const takeNote = ({ prepared, result, status }: DoneAttempt): readonly PreparedDelivery[] => {
    const { subscriptionId } = prepared.delivery;
    limits.end(subscriptionId, status !== null || result.kind !== 'retry', ports.now());
    if (result.kind === 'retry' && result.pauseEndpointMs !== undefined) {
      limits.pause(subscriptionId, new Date(ports.now().getTime() + result.pauseEndpointMs));
    }
    if (result.kind !== 'gave_up' || !result.disableSubscription) return [];
    closing.add(subscriptionId);
    return line.remove(({ delivery }) => delivery.subscriptionId === subscriptionId);
  };

  const attempt = async (prepared: PreparedDelivery): Promise<void> => {
    const { deliveryId, subscriptionId } = prepared.delivery;
    unanswered += 1;
    const done = await attemptDelivery(ports, prepared);
    unanswered -= 1;
    const left = takeNote(done);
    goOnSoon();
    try {
      await recorder.record(done);
      await giveBack(left);
    } catch (err) {
      // The attempt could not be recorded: its claim runs out and it is made again.
      ports.logger.error({ deliveryId, err }, 'delivery.not_recorded');
    } finally {
      closing.delete(subscriptionId);
    }
  };

  /** Once for all answers of one turn of the event loop, behind the last of them: their connections can then be used again. */
  const goOnSoon = (): void => {
    clearImmediate(goingOn);
    goingOn = setImmediate(() => {
      beginWhatMay();
      askForMore();
      if (unanswered === 0) recorder.noMoreUnderWay();
    });
  };

  /** While attempts are still under way: a line that runs empty leaves places unused. */
  const askForMore = (): void => {
    if (underWay.size > 0 && (stockWithout(closing) >= LOW_STOCK || isDry())) return;
    loop.wake();
    moved.resolve();
    moved = Promise.withResolvers();
  };

  const beginWhatMay = (): number => {
    let begun = 0;
    for (const now = ports.now(); !stopping && limits.free(now) > 0; begun += 1) {
      const next = line.next(({ delivery, task }) => limits.admits(delivery.subscriptionId, rateOf(task), now));
      if (!next) break;
      limits.begin(next.delivery.subscriptionId, now);
      const attempting = attempt(next).finally(() => {
        underWay.delete(attempting);
        askForMore();
      });
      underWay.add(attempting);
    }
    begunSoFar += begun;
    return begun;
  };

  /** @returns how many were claimed. */
  const claim = async (now: Date, closed: readonly string[], most: number): Promise<number> => {
    if (!(await hasDueDelivery(ports.store.session, now.toISOString(), closed))) return 0;
    const { timeoutMs } = ports.limits;
    // Beside `store.transaction`, because a claim is no news to anyone: announcing it would wake this very loop.
    const claimed = await ports.store.session.transaction().execute((tx) =>
      claimDueDeliveries(tx, ports.store.dialect, {
        now: now.toISOString(),
        claimedUntil: new Date(now.getTime() + timeoutMs + LONGEST_WAIT_MS + CLAIM_MARGIN_MS).toISOString(),
        limit: most,
        exceptSubscriptions: closed,
        choose: (due) => limits.choose(due, line.counts()),
      }),
    );
    line.add(await prepareDeliveries(ports, book, claimed, now));
    return claimed.length;
  };

  /** Endpoints that nothing is claimed for just now. */
  const stillNow = (now: Date): ReadonlySet<string> => new Set([...limits.closed(now), ...closing]);

  /** What waits and can move; one endpoint counts for a part only, so that others do not wait behind its queue. */
  const stockWithout = (still: ReadonlySet<string>): number => {
    let stock = 0;
    for (const [id, count] of line.counts()) if (!still.has(id)) stock += Math.min(count, ENOUGH_FOR_ONE);
    return stock;
  };

  /** Has enough waiting: it is filled up once half of it is gone, so that a claim is worth its commit. */
  const isServed = (id: string): boolean => (line.counts().get(id) ?? 0) >= AHEAD_PER_ENDPOINT / 2;

  const isDry = (): boolean => {
    if (leftOut === undefined) return false;
    const still = stillNow(ports.now());
    return leftOut.every((id) => still.has(id) || isServed(id));
  };

  /** Claims until enough waits that can move. */
  const stockUp = async (now: Date): Promise<void> => {
    for (let more = 1; more > 0; ) {
      const still = stillNow(now);
      if (stockWithout(still) >= LOW_STOCK) return;
      const closed = [...still, ...[...line.counts().keys()].filter(isServed)];
      more = await claim(now, closed, MOST_CLAIMED);
      leftOut = more === 0 ? closed : undefined;
    }
  };

  const round = async (now: Date): Promise<number> => {
    const stale = line.remove(({ claimedAt }) => now.getTime() - claimedAt.getTime() > LONGEST_WAIT_MS);
    if (stale.length > 0) await giveBack(stale);
    const begun = beginWhatMay();
    if (stopping || limits.free(now) <= 0) return begun;
    await stockUp(now);
    return begun + beginWhatMay();
  };

  /** One claim at a time: the line counts only what was claimed. */
  const roundInTurn = (now: Date): Promise<number> => {
    const turn = claiming.then(() => round(now));
    claiming = turn.catch(() => undefined);
    return turn;
  };

  const loop = createWorkerLoop(ports, roundInTurn);
  return {
    runOnce: async (now) => {
      const before = begunSoFar;
      for (;;) {
        if ((await roundInTurn(now)) > 0) continue;
        if (underWay.size === 0) break;
        await moved.promise;
      }
      await giveBack(line.remove(() => true));
      return begunSoFar - before;
    },
    start: loop.start,
    stop: async () => {
      stopping = true;
      await loop.stop();
      await Promise.all(underWay);
      await giveBack(line.remove(() => true));
    },
    underWay: () => underWay.size,
  };
}
