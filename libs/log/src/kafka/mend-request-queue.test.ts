import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mendRequestQueue } from './mend-request-queue.ts';

interface Queue {
  pending: unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
  destroy(): void;
}

function aQueue(): Queue {
  const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as new (
    options: object,
  ) => Queue;
  return new RequestQueue({ logger: { debug: () => undefined } });
}

describe('mendRequestQueue', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('finds what it mends, and mending again changes nothing', () => {
    expect(mendRequestQueue()).toBe(true);
    expect(mendRequestQueue()).toBe(true);
  });

  it('arms no timer while nothing is pending', () => {
    mendRequestQueue();
    const queue = aQueue();
    queue.scheduleCheckPendingRequests();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('still waits out a throttle of the broker for what is pending', () => {
    mendRequestQueue();
    const queue = aQueue();
    queue.pending.push({});
    queue.throttledUntil = Date.now() + 500;
    queue.scheduleCheckPendingRequests();
    expect(vi.getTimerCount()).toBe(1);
    queue.destroy();
  });
});
