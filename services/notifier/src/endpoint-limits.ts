import type { Delivery } from '#store';

/** What one endpoint may be given. */
export interface EndpointRate {
  /** Most attempts begun in a minute; unlimited when undefined. */
  readonly perMinute: number | undefined;
}

/** Who is being sent to, and who asked for a pause. One slow receiver may fill its own share, never another's. */
export interface EndpointLimits {
  /** Free places over all endpoints. Those held by receivers that do not move count as free: nobody waits behind them. */
  free(now: Date): number;
  /** Subscriptions that may be sent nothing just now: they asked for a pause, or their receiver does not move. */
  closed(now: Date): readonly string[];
  /** True when an attempt may begin now; see {@link begin}. */
  admits(subscriptionId: string, rate: EndpointRate, now: Date): boolean;
  begin(subscriptionId: string, now: Date): void;
  /** @param answered false when the endpoint let the attempt run out: it gets one place until it answers again. */
  end(subscriptionId: string, answered: boolean, now: Date): void;
  pause(subscriptionId: string, until: Date): void;
  /** Picks from due deliveries, in order, what an endpoint may have waiting ahead of its turn. */
  choose(due: readonly Delivery[], waiting: ReadonlyMap<string, number>): readonly Delivery[];
}

const MINUTE_MS = 60_000;
/** Claimed ahead of its turn for one endpoint, so that the next attempt need not wait for a claim. */
export const AHEAD_PER_ENDPOINT = 256;
/** A receiver whose places are all taken and where nothing began or ended for so long is waited for by itself. */
const STALLED_MS = 500;

/**
 * Counts of this process. A pause is forgotten by a restart: the endpoint then says 429 once more, and each delivery keeps
 * its own next instant in the store.
 */
export function createEndpointLimits(most: {
  readonly concurrency: number;
  readonly perEndpoint: number;
}): EndpointLimits {
  const underWay = new Map<string, number>();
  const silent = new Set<string>();
  const pausedUntil = new Map<string, number>();
  const movedAt = new Map<string, number>();
  const beganAt = new Map<string, number[]>();
  let total = 0;
  const countOf = (id: string) => underWay.get(id) ?? 0;
  const shareOf = (id: string) => (silent.has(id) ? 1 : most.perEndpoint);
  const isStalled = (id: string, now: Date) =>
    countOf(id) >= shareOf(id) && (silent.has(id) || now.getTime() - (movedAt.get(id) ?? 0) >= STALLED_MS);
  /** At most as many again as there are places: a crowd of silent receivers must not open connections without end. */
  const heldInVain = (now: Date) => {
    let held = 0;
    for (const [id, count] of underWay) if (isStalled(id, now)) held += count;
    return Math.min(held, most.concurrency);
  };
  const free = (now: Date) => most.concurrency - total + heldInVain(now);
  const isPaused = (id: string, now: Date) => (pausedUntil.get(id) ?? 0) > now.getTime();
  const begunInLastMinute = (id: string, now: Date) => {
    const recent = (beganAt.get(id) ?? []).filter((at) => at > now.getTime() - MINUTE_MS);
    beganAt.set(id, recent);
    return recent.length;
  };
  return {
    free,
    closed: (now) => {
      for (const [id, until] of pausedUntil) if (until <= now.getTime()) pausedUntil.delete(id);
      const stalled = [...underWay.keys()].filter((id) => isStalled(id, now));
      return [...new Set([...stalled, ...pausedUntil.keys()])];
    },
    admits: (id, { perMinute }, now) => {
      if (countOf(id) >= shareOf(id) || free(now) <= 0 || isPaused(id, now)) return false;
      if (perMinute === undefined) return true;
      if (!beganAt.has(id)) beganAt.set(id, []);
      return begunInLastMinute(id, now) < perMinute;
    },
    begin: (id, now) => {
      total += 1;
      underWay.set(id, countOf(id) + 1);
      movedAt.set(id, now.getTime());
      beganAt.get(id)?.push(now.getTime());
    },
    end: (id, answered, now) => {
      movedAt.set(id, now.getTime());
      total -= 1;
      if (countOf(id) <= 1) {
        underWay.delete(id);
        movedAt.delete(id);
      } else underWay.set(id, countOf(id) - 1);
      if (answered) silent.delete(id);
      else silent.add(id);
    },
    pause: (id, until) => {
      pausedUntil.set(id, Math.max(until.getTime(), pausedUntil.get(id) ?? 0));
    },
    choose: (due, waiting) => {
      const taken = new Map(waiting);
      return due.filter(({ subscriptionId: id }) => {
        const ahead = taken.get(id) ?? 0;
        if (ahead >= AHEAD_PER_ENDPOINT) return false;
        taken.set(id, ahead + 1);
        return true;
      });
    },
  };
}
