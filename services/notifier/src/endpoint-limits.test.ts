import { describe, expect, it } from 'vitest';
import type { Delivery } from '#store';
import { AHEAD_PER_ENDPOINT, createEndpointLimits } from './endpoint-limits.ts';

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

const UNLIMITED = { perMinute: undefined };
const later = (ms: number) => new Date(now.getTime() + ms);

describe('endpoint limits', () => {
  it('let one receiver fill its own share and leave the rest to others', () => {
    const limits = createEndpointLimits({ concurrency: 3, perEndpoint: 2 });
    limits.begin('slow', now);
    expect(limits.admits('slow', UNLIMITED, now)).toBe(true);
    limits.begin('slow', now);
    expect(limits.admits('slow', UNLIMITED, now)).toBe(false);
    expect(limits.admits('other', UNLIMITED, now)).toBe(true);
    limits.begin('other', now);
    expect(limits.free(now)).toBe(0);
    expect(limits.admits('third', UNLIMITED, now)).toBe(false);
  });

  it('give the places of a receiver that does not move to others, and never more than as many again', () => {
    const limits = createEndpointLimits({ concurrency: 4, perEndpoint: 3 });
    for (const id of ['silent', 'silent', 'silent', 'other']) limits.begin(id, now);
    expect(limits.free(later(499))).toBe(0);
    limits.begin('other', later(400));
    expect(limits.free(later(500))).toBe(2);
    for (const id of ['mute', 'mute', 'mute', 'still', 'still', 'still']) limits.begin(id, now);
    expect(limits.free(later(500))).toBe(4 - 11 + 4);
  });

  it('close a receiver that is full and does not move, until an attempt ends', () => {
    const limits = createEndpointLimits({ concurrency: 9, perEndpoint: 2 });
    limits.begin('a', now);
    limits.begin('a', now);
    expect(limits.closed(later(499))).toEqual([]);
    expect(limits.closed(later(500))).toEqual(['a']);
    limits.end('a', true, later(600));
    expect(limits.closed(later(600))).toEqual([]);
  });

  it('leave a receiver that let an attempt run out one place, until it answers', () => {
    const limits = createEndpointLimits({ concurrency: 9, perEndpoint: 2 });
    limits.begin('a', now);
    limits.end('a', false, now);
    limits.begin('a', now);
    expect(limits.admits('a', UNLIMITED, now)).toBe(false);
    expect(limits.closed(now)).toEqual(['a']);
    limits.end('a', true, now);
    limits.begin('a', now);
    expect(limits.admits('a', UNLIMITED, now)).toBe(true);
  });

  it('close a receiver for the longest pause it asked for, and no longer', () => {
    const limits = createEndpointLimits({ concurrency: 9, perEndpoint: 2 });
    limits.pause('a', later(60_000));
    limits.pause('a', later(1_000));
    expect(limits.closed(later(59_999))).toEqual(['a']);
    expect(limits.admits('a', UNLIMITED, later(59_999))).toBe(false);
    expect(limits.closed(later(60_000))).toEqual([]);
    expect(limits.admits('a', UNLIMITED, later(60_000))).toBe(true);
  });

  it('begin no more in any minute than an endpoint allows', () => {
    const limits = createEndpointLimits({ concurrency: 9, perEndpoint: 2 });
    const rate = { perMinute: 2 };
    const begun: number[] = [];
    for (let ms = 0; ms < 180_000; ms += 1_000) {
      if (!limits.admits('a', rate, later(ms))) continue;
      limits.begin('a', later(ms));
      limits.end('a', true, later(ms));
      begun.push(ms);
    }
    expect(begun).toEqual([0, 1_000, 60_000, 61_000, 120_000, 121_000]);
  });

  it('let no endpoint have more than its part claimed ahead of its turn', () => {
    const limits = createEndpointLimits({ concurrency: 4, perEndpoint: 2 });
    const many = Array.from({ length: 100 }, (_, at) => due(String(at), 'slow'));
    const chosen = limits.choose([...many, due('last', 'other')], new Map([['slow', AHEAD_PER_ENDPOINT - 4]]));
    expect(chosen.map((delivery) => delivery.deliveryId)).toEqual(['0', '1', '2', '3', 'last']);
  });
});
