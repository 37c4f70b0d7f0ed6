import type { PreparedDelivery } from './prepare-deliveries.ts';

/** What is claimed and waits for its turn, in the order in which it fell due. */
export interface WaitingLine {
  readonly length: number;
  /** How many wait for each subscription. */
  counts(): ReadonlyMap<string, number>;
  add(prepared: readonly PreparedDelivery[]): void;
  /** Takes out the first that `admits` lets pass. Asked once a subscription: who is refused is refused for the round. */
  next(admits: (prepared: PreparedDelivery) => boolean): PreparedDelivery | undefined;
  /** Takes out all that `leaves` says. */
  remove(leaves: (prepared: PreparedDelivery) => boolean): readonly PreparedDelivery[];
}

export function createWaitingLine(): WaitingLine {
  const queues = new Map<string, PreparedDelivery[]>();
  let length = 0;
  const took = (subscriptionId: string, queue: readonly PreparedDelivery[]): void => {
    if (queue.length === 0) queues.delete(subscriptionId);
  };
  return {
    get length() {
      return length;
    },
    counts: () => new Map([...queues].map(([subscriptionId, queue]) => [subscriptionId, queue.length])),
    add: (prepared) => {
      for (const one of prepared) {
        const { subscriptionId } = one.delivery;
        const queue = queues.get(subscriptionId);
        if (queue) queue.push(one);
        else queues.set(subscriptionId, [one]);
      }
      length += prepared.length;
    },
    next: (admits) => {
      for (const [subscriptionId, queue] of queues) {
        const [first] = queue;
        if (!first || !admits(first)) continue;
        queue.shift();
        length -= 1;
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
        queues.set(subscriptionId, kept);
        took(subscriptionId, kept);
      }
      length -= removed.length;
      return removed;
    },
  };
}
