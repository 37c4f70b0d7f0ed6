import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RedlineError } from '#domain';
import { makeEvent, type RedlineEvent, TOPICS } from '#events';
import {
  type Consumer,
  type EventLog,
  type LogRecord,
  listDeadLetters,
  PARTITIONS,
  partitionOf,
  type Together,
} from '#log';
import type { Store } from '#store';

class PoisonError extends RedlineError {
  readonly code = 'poison';
  readonly retriable = false;
}

/** A small event of one key. */
export function captured(id: string, key: string): RedlineEvent {
  const time = '2026-01-01T00:00:00.000Z';
  const data = { captureId: id, sourceId: key, sha256: 'ab'.repeat(32), retrievedAt: time, baseline: false };
  return makeEvent({
    type: 'redline.capture.recorded',
    id,
    source: '/test',
    time,
    partitionkey: key,
    correlation: id,
    data,
  });
}

/** A log of its own for one test, with the store under it. */
export interface OpenedLog {
  readonly store: Store;
  readonly log: EventLog;
  /** Ends whatever carries the log; the store is closed by the suite. */
  close(): Promise<void>;
}

/** What every transport promises, whatever database lies under it, whether records are applied singly or together. */
export function logContract(open: () => Promise<OpenedLog>): void {
  describe('applying each record by itself', () => promises(open, undefined));
  describe('applying records of different keys together', () => promises(open, { most: 5, sameKey: false }));
}

function promises(open: () => Promise<OpenedLog>, together: Together | undefined): void {
  let opened: OpenedLog;
  let store: Store;
  let log: EventLog;
  let consumers: Consumer[] = [];

  beforeEach(async () => {
    opened = await open();
    ({ store, log } = opened);
    consumers = [];
  });
  afterEach(async () => {
    for (const consumer of consumers) await consumer.stop();
    await opened.close();
    await store.close();
  });

  const append = (events: readonly RedlineEvent[]) =>
    store.transaction((tx) => log.append(tx, TOPICS.captures, events));
  const consume = async (group: string, handle: (record: LogRecord) => Promise<() => Promise<void>>) => {
    const how = together ? { together } : {};
    const consumer = await log.consume({ group, topics: [TOPICS.captures], handle, ...how });
    consumers.push(consumer);
    return consumer;
  };
  const collectInto = (seen: string[]) => async (record: LogRecord) => async () => {
    seen.push(record.event.id);
  };

  it('hands every event to every group, in the order of its key', async () => {
    const events = Array.from({ length: 40 }, (_, index) => captured(`e${index}`, `key-${index % 4}`));
    await append(events.slice(0, 20));
    const seen: string[] = [];
    const other: string[] = [];
    const consumer = await consume('one', collectInto(seen));
    const second = await consume('two', collectInto(other));
    await append(events.slice(20));
    await consumer.drained();
    await second.drained();
    for (const list of [seen, other]) {
      for (let key = 0; key < 4; key += 1) {
        const ofKey = list.filter((id) => Number(id.slice(1)) % 4 === key);
        expect(ofKey).toEqual(events.filter((event) => event.partitionkey === `key-${key}`).map((event) => event.id));
      }
      expect(list).toHaveLength(40);
    }
  });

  it('hands each event over in the partition of its key', async () => {
    await append(Array.from({ length: 12 }, (_, index) => captured(`e${index}`, `key-${index}`)));
    const partitions: [string, number][] = [];
    const consumer = await consume('one', async ({ key, partition }) => async () => {
      partitions.push([key, partition]);
    });
    await consumer.drained();
    expect(new Map(partitions)).toEqual(new Map(partitions.map(([key]) => [key, partitionOf(key)])));
    expect(partitions).toHaveLength(12);
  });

  it('loses an event whose transaction is rolled back together with its state', async () => {
    const failing = store.transaction(async (tx) => {
      await log.append(tx, TOPICS.captures, [captured('never', 'k')]);
      throw new Error('crash before commit');
    });
    await expect(failing).rejects.toThrow();
    await append([captured('kept', 'k')]);
    const seen: string[] = [];
    await (await consume('one', collectInto(seen))).drained();
    expect(seen).toEqual(['kept']);
  });

  it('numbers events where their transaction ends, in the order in which it appended them', async () => {
    await store.transaction(async (tx) => {
      await log.append(tx, TOPICS.captures, [captured('first', 'k')]);
      await log.append(tx, TOPICS.captures, [captured('second', 'k'), captured('third', 'k')]);
      // A long transaction gives out no number that a short one, committed meanwhile, would have to wait for.
      expect(await log.headPosition(tx)).toBe(0);
    });
    const seen: string[] = [];
    await (await consume('one', collectInto(seen))).drained();
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  it('ignores an event id that its topic already holds', async () => {
    await append([captured('same', 'k')]);
    await append([captured('same', 'k')]);
    const seen: string[] = [];
    await (await consume('one', collectInto(seen))).drained();
    expect(seen).toEqual(['same']);
  });

  it('applies each effect once although the group is stopped and started again', async () => {
    const seen: string[] = [];
    await append([captured('a', 'k')]);
    const first = await consume('one', collectInto(seen));
    await first.drained();
    await first.stop();
    await append([captured('b', 'k')]);
    const second = await consume('one', collectInto(seen));
    await second.drained();
    expect(seen).toEqual(['a', 'b']);
  });

  it('does nothing for an event that the group has in its inbox', async () => {
    await append([captured('a', 'k')]);
    const seen: string[] = [];
    const first = await consume('one', collectInto(seen));
    await first.drained();
    await first.stop();
    await store.session.deleteFrom('consumerPositions').execute();
    await (await consume('one', collectInto(seen))).drained();
    expect(seen).toEqual(['a']);
  });

  it('keeps neither effect nor position when the effect fails, and tries again', async () => {
    await append([captured('a', 'k')]);
    let tries = 0;
    const consumer = await consume('one', async () => async () => {
      tries += 1;
      if (tries === 1) throw new Error('database went away');
    });
    await consumer.drained();
    expect(tries).toBe(2);
    expect((await consumer.progress()).lag).toBe(0);
  });

  it('parks a poisoned key in order and lets other keys pass', async () => {
    await append([captured('a1', 'bad'), captured('b1', 'good'), captured('a2', 'bad'), captured('b2', 'good')]);
    const seen: string[] = [];
    const consumer = await consume('one', async (record) => {
      if (record.event.id === 'a1') throw new PoisonError('cannot be applied');
      return collectInto(seen)(record);
    });
    await consumer.drained();
    expect(seen).toEqual(['b1', 'b2']);
    const letters = await listDeadLetters(store.session);
    expect(letters.map((letter) => [letter.eventId, letter.code])).toEqual([
      ['a1', 'poison'],
      ['a2', 'key_parked'],
    ]);
    expect((await consumer.progress()).deadLetters).toBe(2);
  });

  it('sets aside an event that this version cannot read, parks its key and lets other keys pass', async () => {
    const newer = { ...captured('a1', 'bad'), type: 'redline.capture.invented_later' };
    // In one transaction, so that nothing ships or applies the event in its readable form.
    await store.transaction(async (tx) => {
      await log.append(tx, TOPICS.captures, [captured('a1', 'bad')]);
      await store.beforeCommit(tx, async () => {
        const body = JSON.stringify(newer);
        await tx.updateTable('eventLog').set({ body }).where('eventId', '=', 'a1').execute();
      });
    });
    await append([captured('b1', 'good'), captured('a2', 'bad')]);
    const seen: string[] = [];
    const consumer = await consume('one', collectInto(seen));
    await consumer.drained();
    expect(seen).toEqual(['b1']);
    const letters = (await listDeadLetters(store.session)).map((letter) => letter.eventId);
    expect(letters).toEqual(['a1', 'a2']);
  });

  it('tells how far behind a group is', async () => {
    const consumer = await consume('one', collectInto([]));
    await consumer.stop();
    await append([captured('a', 'k'), captured('b', 'k')]);
    expect((await consumer.progress()).lag).toBe(2);
  });

  it('numbers events in the order they were committed, and hands a partition over in that order', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => append([captured(`p${index}`, `k${index}`)])));
    const seen: { partition: number; position: number }[] = [];
    const consumer = await consume('one', async ({ partition, position }) => async () => {
      seen.push({ partition, position });
    });
    await consumer.drained();
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      const positions = seen.filter((record) => record.partition === partition).map(({ position }) => position);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }
    expect(new Set(seen.map(({ position }) => position)).size).toBe(10);
    expect(await log.headPosition(store.session)).toBe(Math.max(...seen.map(({ position }) => position)));
  });

  it('does not park an event that the group applied before, although its key is parked now', async () => {
    await append([captured('a1', 'bad'), captured('a2', 'bad')]);
    const seen: string[] = [];
    const first = await consume('one', async (record) => {
      if (record.event.id === 'a2') throw new PoisonError('cannot be applied');
      return collectInto(seen)(record);
    });
    await first.drained();
    await first.stop();
    await store.session.deleteFrom('consumerPositions').execute();
    await (await consume('one', collectInto(seen))).drained();
    expect(seen).toEqual(['a1']);
    expect((await listDeadLetters(store.session)).map((letter) => letter.eventId)).toEqual(['a2']);
  });
}
