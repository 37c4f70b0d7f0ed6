import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24) + seconds * 1_000);

describe('a rate limiter', () => {
  it('lets a burst through and says how long until the next', () => {
    const limiter = createRateLimiter(3);
    expect([1, 2, 3, 4].map(() => limiter.take('a', at(0)))).toEqual([undefined, undefined, undefined, 20]);
    expect(limiter.take('a', at(19))).toBe(1);
    expect(limiter.take('a', at(20))).toBeUndefined();
    expect(limiter.take('a', at(20))).toBe(20);
  });

  it('is full again after a minute, never fuller', () => {
    const limiter = createRateLimiter(2);
    expect(limiter.take('a', at(0))).toBeUndefined();
    expect([1, 2, 3].map(() => limiter.take('a', at(3_600)))).toEqual([undefined, undefined, 30]);
  });

  it('counts each caller apart, and looking costs nothing', () => {
    const limiter = createRateLimiter(1);
    expect(limiter.waitOf('a', at(0))).toBeUndefined();
    expect(limiter.take('a', at(0))).toBeUndefined();
    expect(limiter.waitOf('a', at(0))).toBe(60);
    expect(limiter.take('b', at(0))).toBeUndefined();
  });

  it('does not run ahead when the clock is set back', () => {
    const limiter = createRateLimiter(1);
    expect(limiter.take('a', at(600))).toBeUndefined();
    expect(limiter.take('a', at(0))).toBe(60);
  });

  it('forgets whoever was not seen for longest rather than grow without end', () => {
    const limiter = createRateLimiter(1);
    for (let index = 0; index <= 10_000; index += 1) limiter.take(`caller ${index}`, at(0));
    expect(limiter.waitOf('caller 0', at(0))).toBeUndefined();
    expect(limiter.waitOf('caller 10000', at(0))).toBe(60);
  });
});
