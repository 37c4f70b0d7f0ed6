import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeEvent, type RedlineEvent, TOPICS } from '#events';
import { openStore, type Store } from '#store';
import { listDeadLetters, park } from './dead-letters.ts';
import { createEmbeddedLog } from './embedded/embedded-log.ts';
import type { LogRecord, Subscription } from './event-log.ts';
import { recordSeen } from './inbox.ts';
import { replayDeadLetters } from './replay-dead-letters.ts';

const TIME = '2026-01-01T00:00:00.000Z';
const now = () => new Date(TIME);

function captured(id: string, key: string): RedlineEvent {
  const data = { captureId: id, sourceId: key, sha256: 'ab'.repeat(32), retrievedAt: TIME, baseline: false };
  const facts = { id, source: '/test', time: TIME, partitionkey: key, correlation: id, data };
  return makeEvent({ type: 'redline.capture.recorded', ...facts });
}

describe('replaying dead letters', () => {
  let store: Store;
  let applied: string[];
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    applied = [];
  });
  afterEach(() => store.close());

  /** Each event appended and set aside, in the order given. */
  async function parked(...events: readonly RedlineEvent[]): Promise<void> {
    const log = createEmbeddedLog(store, { now });
    await store.transaction(async (tx) => {
      await log.append(tx, TOPICS.captures, events);
      for (const [index, event] of events.entries()) {
        const record = { topic: TOPICS.captures, key: event.partitionkey, position: index + 1, event };
        await park(tx, 'g', record, { code: 'poison', reason: 'was broken', attempts: 1, parkedAt: TIME });
      }
    });
  }

  const group = (handle: (record: LogRecord) => void = () => undefined): Subscription => ({
    group: 'g',
    topics: [TOPICS.captures],
    handle: async (record) => {
      handle(record);
      return async () => void applied.push(record.event.id);
    },
  });
  const waiting = async () => (await listDeadLetters(store.session, 'g')).map(({ eventId }) => eventId);

  it('applies what waits in the order of the log, once, and leaves nothing waiting', async () => {
    await parked(captured('a1', 'a'), captured('b1', 'b'), captured('a2', 'a'));
    expect(await replayDeadLetters(store, group(), now)).toEqual({ applied: 3, stillParked: [] });
    expect(applied).toEqual(['a1', 'b1', 'a2']);
    expect(await waiting()).toEqual([]);
    expect(await replayDeadLetters(store, group(), now)).toEqual({ applied: 0, stillParked: [] });
    expect(applied).toHaveLength(3);
  });

  it('keeps a key parked whose record fails again, and applies nothing behind it', async () => {
    await parked(captured('a1', 'a'), captured('b1', 'b'), captured('a2', 'a'));
    const stillBroken = group(({ event }) => {
      if (event.id === 'a1') throw new Error('still broken');
    });
    const replayed = await replayDeadLetters(store, stillBroken, now);
    expect(replayed.applied).toBe(1);
    expect(replayed.stillParked).toMatchObject([{ because: 'still broken' }]);
    expect(applied).toEqual(['b1']);
    expect(await waiting()).toEqual(['a1', 'a2']);
  });

  it('applies records of one key alone where one is named', async () => {
    await parked(captured('a1', 'a'), captured('b1', 'b'));
    expect((await replayDeadLetters(store, group(), now, 'b')).applied).toBe(1);
    expect(applied).toEqual(['b1']);
    expect(await waiting()).toEqual(['a1']);
  });

  it('has no effect for a record that the group has in its inbox, and lets its key go', async () => {
    const event = captured('a1', 'a');
    await parked(event);
    await recordSeen(store.session, 'g', [event]);
    await replayDeadLetters(store, group(), now);
    expect(applied).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});
