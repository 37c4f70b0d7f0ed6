import { claimDueDeliveries, type Delivery, hasDueDelivery } from '#store';
import { type AttemptPorts, attemptDelivery } from './attempt-delivery.ts';
import { createEndpointLimits } from './endpoint-limits.ts';
import { createWorkerLoop } from './worker-loop.ts';

export interface DeliveryWorker {
  /**
   * Sends what is due at `now`, and resolves when all of it is recorded.
   * @returns how many attempts it began.
   */
  runOnce(now: Date): Promise<number>;
  /** Sends whatever falls due, until stopped. */
  start(): void;
  /** Begins nothing more and waits for the attempts under way. */
  stop(): Promise<void>;
  /** Attempts under way. */
  underWay(): number;
}

/** Candidates looked at in one claim. */
const CANDIDATES = 256;
/** Beyond the receiver's time: what a claim may take to be recorded before another worker may repeat it. */
const CLAIM_MARGIN_MS = 60_000;

/**
 * Claims due deliveries and attempts them, at most `concurrency` at once and `perEndpoint` to one receiver. Several workers
 * may share one store. Deliveries to one receiver may overtake one another.
 */
export function createDeliveryWorker(ports: AttemptPorts): DeliveryWorker {
  const limits = createEndpointLimits(ports.limits);
  const underWay = new Set<Promise<void>>();
  let claiming: Promise<unknown> = Promise.resolve();

  const begin = (delivery: Delivery): void => {
    limits.begin(delivery.subscriptionId);
    const attempt = attemptDelivery(ports, delivery)
      .then((pauseMs) => {
        if (pauseMs > 0) limits.pause(delivery.subscriptionId, new Date(ports.now().getTime() + pauseMs));
      })
      .catch((err: unknown) => {
        // The attempt could not be recorded: its claim runs out and it is made again.
        ports.logger.error({ deliveryId: delivery.deliveryId, err }, 'delivery.not_recorded');
      })
      .finally(() => {
        limits.end(delivery.subscriptionId);
        underWay.delete(attempt);
        loop.wake();
      });
    underWay.add(attempt);
  };

  const claimAndBegin = async (now: Date): Promise<number> => {
    if (limits.free() <= 0) return 0;
    const closed = limits.closed(now);
    if (!(await hasDueDelivery(ports.store.session, now.toISOString(), closed))) return 0;
    // Beside `store.transaction`, because a claim is no news to anyone: announcing it would wake this very loop.
    const claimed = await ports.store.session.transaction().execute((tx) =>
      claimDueDeliveries(tx, ports.store.dialect, {
        now: now.toISOString(),
        claimedUntil: new Date(now.getTime() + ports.limits.timeoutMs + CLAIM_MARGIN_MS).toISOString(),
        limit: CANDIDATES,
        exceptSubscriptions: closed,
        choose: limits.choose,
      }),
    );
    for (const delivery of claimed) begin(delivery);
    return claimed.length;
  };

  /** One claim at a time: the limits count only what has begun. */
  const claimInTurn = (now: Date): Promise<number> => {
    const turn = claiming.then(() => claimAndBegin(now));
    claiming = turn.catch(() => undefined);
    return turn;
  };

  const loop = createWorkerLoop(ports, claimInTurn);
  return {
    runOnce: async (now) => {
      let begun = 0;
      for (;;) {
        const more = await claimInTurn(now);
        begun += more;
        if (more === 0 && underWay.size === 0) return begun;
        if (more === 0) await Promise.race(underWay);
      }
    },
    start: loop.start,
    stop: async () => {
      await loop.stop();
      await Promise.all(underWay);
    },
    underWay: () => underWay.size,
  };
}
