import { describe, expect, it } from 'vitest';
import type { FetchClock } from './fetch-clock.ts';
import { hostGate } from './host-gate.ts';

/** A clock that moves only by sleeping on it. */
function steppedClock(): FetchClock & { readonly slept: number[]; at: number } {
  const slept: number[] = [];
  return {
    slept,
    at: 1_000_000,
    now() {
      return this.at;
    },
    async sleep(ms, signal) {
      signal.throwIfAborted();
      slept.push(ms);
      this.at += ms;
    },
  };
}

const host = 'www.ecfr.gov';

describe('hostGate', () => {
  it('lets the first request of a host pass at once', async () => {
    const clock = steppedClock();
    await hostGate(clock, new AbortController().signal).enter(host, 2);
    expect(clock.slept).toEqual([]);
  });

  it('spaces the starts of requests to one host by its rate', async () => {
    const clock = steppedClock();
    const gate = hostGate(clock, new AbortController().signal);
    (await gate.enter(host, 2))();
    clock.at += 200;
    (await gate.enter(host, 2))();
    expect(clock.slept).toEqual([300]);
  });

  it('does not make one host wait for another', async () => {
    const clock = steppedClock();
    const gate = hostGate(clock, new AbortController().signal);
    await gate.enter(host, 1);
    await gate.enter('www.meti.go.jp', 1);
    expect(clock.slept).toEqual([]);
  });

  it('admits one request of a host at a time, in the order of asking', async () => {
    const gate = hostGate(steppedClock(), new AbortController().signal);
    const order: string[] = [];
    const leave = await gate.enter(host, 1);
    const others = ['second', 'third'].map(async (name) => {
      const done = await gate.enter(host, 1);
      order.push(name);
      done();
    });
    order.push('first leaves');
    leave();
    await Promise.all(others);
    expect(order).toEqual(['first leaves', 'second', 'third']);
  });

  it('waits one interval at most after the clock was set back', async () => {
    const clock = steppedClock();
    const gate = hostGate(clock, new AbortController().signal);
    (await gate.enter(host, 4))();
    clock.at -= 3_600_000;
    (await gate.enter(host, 4))();
    expect(clock.slept).toEqual([250]);
  });

  it('takes a senseless rate for one request a second', async () => {
    const clock = steppedClock();
    const gate = hostGate(clock, new AbortController().signal);
    (await gate.enter(host, 0))();
    (await gate.enter(host, Number.NaN))();
    expect(clock.slept).toEqual([1000]);
  });

  it('remembers the longest rest that a host asked for, until it is over', () => {
    const clock = steppedClock();
    const gate = hostGate(clock, new AbortController().signal);
    gate.rest(host, 5_000);
    gate.rest(host, 1_000);
    clock.at += 2_000;
    expect(gate.restingMs(host)).toBe(3_000);
    clock.at += 3_000;
    expect(gate.restingMs(host)).toBe(0);
  });

  it('forgets the host that was asked longest ago, so that ever new hosts do not fill memory', () => {
    const gate = hostGate(steppedClock(), new AbortController().signal);
    for (const name of ['oldest.example', ...Array.from({ length: 1_000 }, (_, index) => `h${index}.example`)]) {
      gate.rest(name, 5_000);
    }
    expect(gate.restingMs('oldest.example')).toBe(0);
    expect(gate.restingMs('h0.example')).toBe(5_000);
  });

  it('ends all waiting when the process stops, and passes the turn on', async () => {
    const clock = steppedClock();
    const stopping = new AbortController();
    const gate = hostGate(clock, stopping.signal);
    (await gate.enter(host, 1))();
    stopping.abort();
    await expect(gate.enter(host, 1)).rejects.toThrow();
    await expect(gate.enter(host, 1)).rejects.toThrow();
  });
});
