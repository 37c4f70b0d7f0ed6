import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPulse } from './pulse.ts';

const LIMITS = { everyMs: 100, longestHandlingMs: 1_000 };

describe('startPulse', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('tells that the member lives while it works, and falls silent when a record takes too long', async () => {
    const heartbeat = vi.fn(async () => undefined);
    const pulse = startPulse(heartbeat, LIMITS);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heartbeat).toHaveBeenCalledTimes(10);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heartbeat).toHaveBeenCalledTimes(10);
    expect(pulse.signal.aborted).toBe(false);
    pulse.nextRecord();
    await vi.advanceTimersByTimeAsync(100);
    expect(heartbeat).toHaveBeenCalledTimes(11);
    pulse.stop();
  });

  it('says when the group has moved on, with the reason, and asks no more', async () => {
    const heartbeat = vi.fn(() => Promise.reject(new Error('REBALANCE_IN_PROGRESS')));
    const pulse = startPulse(heartbeat, LIMITS);
    await vi.advanceTimersByTimeAsync(500);
    expect(heartbeat).toHaveBeenCalledTimes(1);
    expect(pulse.signal.reason).toMatchObject({ message: 'REBALANCE_IN_PROGRESS' });
    pulse.stop();
  });

  it('never has two heartbeats under way', async () => {
    const heartbeat = vi.fn(() => new Promise<void>(() => undefined));
    const pulse = startPulse(heartbeat, LIMITS);
    await vi.advanceTimersByTimeAsync(900);
    expect(heartbeat).toHaveBeenCalledTimes(1);
    pulse.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
