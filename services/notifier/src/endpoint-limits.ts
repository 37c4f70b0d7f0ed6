import type { Delivery } from '#store';

/** Who is being sent to, and who asked for a pause. One slow receiver may fill its own share, never another's. */
export interface EndpointLimits {
  /** Free places over all endpoints. */
  free(): number;
  /** Subscriptions that may be sent nothing just now. */
  closed(now: Date): readonly string[];
  /** Picks from due deliveries, in order, what the limits allow; see {@link begin}. */
  choose(due: readonly Delivery[]): readonly Delivery[];
  begin(subscriptionId: string): void;
  end(subscriptionId: string): void;
  pause(subscriptionId: string, until: Date): void;
}

/**
 * Counts of this process. A pause is forgotten by a restart: the endpoint then says 429 once more, and each delivery keeps
 * its own next instant in the store.
 */
export function createEndpointLimits(most: {
  readonly concurrency: number;
  readonly perEndpoint: number;
}): EndpointLimits {
  const underWay = new Map<string, number>();
  const pausedUntil = new Map<string, number>();
  let total = 0;
  const countOf = (subscriptionId: string) => underWay.get(subscriptionId) ?? 0;
  return {
    free: () => most.concurrency - total,
    closed: (now) => {
      for (const [id, until] of pausedUntil) if (until <= now.getTime()) pausedUntil.delete(id);
      const full = [...underWay].filter(([, count]) => count >= most.perEndpoint).map(([id]) => id);
      return [...new Set([...full, ...pausedUntil.keys()])];
    },
    choose: (due) => {
      const chosen = new Map<string, number>();
      return due
        .filter(({ subscriptionId: id }) => {
          const taken = chosen.get(id) ?? 0;
          if (countOf(id) + taken >= most.perEndpoint) return false;
          chosen.set(id, taken + 1);
          return true;
        })
        .slice(0, most.concurrency - total);
    },
    begin: (id) => {
      total += 1;
      underWay.set(id, countOf(id) + 1);
    },
    end: (id) => {
      total -= 1;
      if (countOf(id) <= 1) underWay.delete(id);
      else underWay.set(id, countOf(id) - 1);
    },
    pause: (id, until) => {
      pausedUntil.set(id, Math.max(until.getTime(), pausedUntil.get(id) ?? 0));
    },
  };
}
