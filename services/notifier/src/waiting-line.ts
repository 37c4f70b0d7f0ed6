import type { PreparedDelivery } from './prepare-deliveries.ts';

/** What is claimed and waits for its turn, in the order in which it fell due. */
export interface WaitingLine {
  /** How many wait for each subscription, none left out; stays up to date. */
  counts(): ReadonlyMap<string, number>;
  add(prepared: readonly PreparedDelivery[]): void;
  /** Takes out the first that `admits` lets pass. Asked once a subscription: who is refused is refused for the round. */
  next(admits: (prepared: PreparedDelivery) => boolean): PreparedDelivery | undefined;
  /** Takes out all that `leaves` says. */
  remove(leaves: (prepared: PreparedDelivery) => boolean): readonly PreparedDelivery[];
}

export function createWaitingLine(): WaitingLine {
  const queues = new Map<string, PreparedDelivery[]>();
  const counts = new Map<string, number>();
  const count = (subscriptionId: string, waiting: number): void => {
    if (waiting > 0) counts.set(subscriptionId, waiting);
    else counts.delete(subscriptionId);
  };
  return {
    counts: () => counts,
    add: (prepared) => {
      for (const one of prepared) {
        const { subscriptionId } = one.delivery;
        const queue = queues.get(subscriptionId);
        if (queue) queue.push(one);
        else queues.set(subscriptionId, [one]);
        count(subscriptionId, queue?.length ?? 1);
      }
    },
    next: (admits) => {
      for (const [subscriptionId, queue] of queues) {
        const [first] = queue;
        if (!first || !admits(first)) continue;
        queue.shift();
        count(subscriptionId, queue.length);
        // Its turn comes after the others': one endpoint with a long queue does not keep a place from another.
        queues.delete(subscriptionId);
        if (queue.length > 0) queues.set(subscriptionId, queue);
        return first;
      }
      return undefined;
    },
    remove: (leaves) => {
      const removed: PreparedDelivery[] = [];
      for (const [subscriptionId, queue] of queues) {
        removed.push(...queue.filter(leaves));
        const kept = queue.filter((one) => !leaves(one));
        if (kept.length > 0) queues.set(subscriptionId, kept);
        else queues.delete(subscriptionId);
        count(subscriptionId, kept.length);
      }
      return removed;
    },
  };
}
