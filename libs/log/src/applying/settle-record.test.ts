import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RedlineError } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { openStore, type Store } from '#store';
import { listDeadLetters } from '../dead-letters.ts';
import type { LogRecord } from '../event-log.ts';
import { settleRecord } from './settle-record.ts';

const TIME = '2026-01-01T00:00:00.000Z';

class FinalError extends RedlineError {
  readonly code = 'final';
  readonly retriable = false;
}

const record: LogRecord = {
  topic: TOPICS.captures,
  partition: 0,
  offset: '1',
  key: 'k',
  position: 1,
  event: makeEvent({
    type: 'redline.capture.recorded',
    id: 'e',
    source: '/test',
    time: TIME,
    partitionkey: 'k',
    correlation: 'e',
    data: { captureId: 'e', sourceId: 'k', sha256: 'ab'.repeat(32), retrievedAt: TIME, baseline: false },
  }),
};

describe('settleRecord', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
  });
  afterEach(() => store.close());

  const settle = (
    handle: () => Promise<() => Promise<void>>,
    over: { keepPlace?: () => Promise<void>; cancelled?: () => boolean; slept?: number[] } = {},
  ) =>
    settleRecord(
      {
        store,
        subscription: { group: 'g', topics: [TOPICS.captures], handle },
        keepPlace: over.keepPlace ?? (async () => undefined),
      },
      record,
      { now: () => new Date(TIME) },
      { sleep: async (ms) => void over.slept?.push(ms), cancelled: over.cancelled ?? (() => false) },
    );

  it('tries an unforeseen error again, with doubling delays, and sets the record aside at the twelfth', async () => {
    const slept: number[] = [];
    const settled = await settle(() => Promise.reject(new Error('again')), { slept });
    expect(settled).toEqual({ kind: 'set_aside', code: 'unforeseen', reason: 'again', attempts: 12 });
    expect(slept).toHaveLength(11);
    expect(slept.slice(0, 3)).toEqual([200, 400, 800]);
  });

  it('does not blame a record for a store that is away: it waits, then applies', async () => {
    let outage = 3;
    const keepPlace = async () => {
      outage -= 1;
      if (outage >= 0) throw new Error('connection refused');
    };
    const slept: number[] = [];
    let final = true;
    const settled = await settle(
      async () => {
        if (!final) return async () => undefined;
        final = outage > 1;
        throw new FinalError('looks final');
      },
      { keepPlace, slept },
    );
    expect(settled).toEqual({ kind: 'applied' });
    expect(slept.length).toBeGreaterThan(0);
    expect(await listDeadLetters(store.session)).toEqual([]);
  });

  it('leaves the record untouched when cancelled', async () => {
    expect(await settle(async () => async () => undefined, { cancelled: () => true })).toEqual({ kind: 'abandoned' });
  });
});
