import { describe, expect, it } from 'vitest';
import type { Delivery } from '#store';
import { createEndpointLimits } from './endpoint-limits.ts';

const now = new Date('2026-11-23T00:00:00Z');
const due = (deliveryId: string, subscriptionId: string): Delivery => ({
  deliveryId,
  subscriptionId,
  messageKind: 'alert',
  subjectId: 'a',
  alertId: 'a1',
  webhookId: 'msg_1',
  status: 'due',
  attempts: 0,
  nextAttemptAt: now.toISOString(),
  createdAt: now.toISOString(),
  finishedAt: null,
  lastOutcome: '',
  replayOf: null,
});

describe('endpoint limits', () => {
  it('lets one receiver fill its own share and leaves the rest to others', () => {
    const limits = createEndpointLimits({ concurrency: 4, perEndpoint: 2 });
    const chosen = limits.choose([due('1', 'slow'), due('2', 'slow'), due('3', 'slow'), due('4', 'other')]);
    expect(chosen.map((delivery) => delivery.deliveryId)).toEqual(['1', '2', '4']);
  });

  it('never chooses more than there are free places', () => {
    const limits = createEndpointLimits({ concurrency: 2, perEndpoint: 2 });
    limits.begin('a');
    expect(limits.free()).toBe(1);
    expect(limits.choose([due('1', 'b'), due('2', 'c')])).toHaveLength(1);
  });

  it('closes a receiver that is full until an attempt ends', () => {
    const limits = createEndpointLimits({ concurrency: 9, perEndpoint: 2 });
    limits.begin('a');
    limits.begin('a');
    expect(limits.closed(now)).toEqual(['a']);
    limits.end('a');
    expect(limits.closed(now)).toEqual([]);
  });

  it('closes a receiver for the longest pause it asked for, and no longer', () => {
    const limits = createEndpointLimits({ concurrency: 9, perEndpoint: 2 });
    limits.pause('a', new Date(now.getTime() + 60_000));
    limits.pause('a', new Date(now.getTime() + 1_000));
    expect(limits.closed(new Date(now.getTime() + 59_999))).toEqual(['a']);
    expect(limits.closed(new Date(now.getTime() + 60_000))).toEqual([]);
  });
});
