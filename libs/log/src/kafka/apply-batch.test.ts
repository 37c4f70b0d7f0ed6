import type { EachBatchPayload, Offsets } from 'kafkajs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeEvent, TOPICS } from '#events';
import { openStore, type Store } from '#store';
import { applyBatch, type BatchApplying } from './apply-batch.ts';
import { toMessage } from './cloud-event-binding.ts';
import { DEFAULT_TUNING } from './kafka-ports.ts';
import { createOffsetCommits, nextOffset } from './offset-commits.ts';

const TIME = '2026-01-01T00:00:00.000Z';

function message(offset: number) {
  const id = `e${offset}`;
  const data = { captureId: id, sourceId: 'k', sha256: 'ab'.repeat(32), retrievedAt: TIME, baseline: false };
  const facts = { id, source: '/test', time: TIME, partitionkey: 'k', correlation: id, data };
  const event = makeEvent({ type: 'redline.capture.recorded', ...facts });
  const sent = toMessage({ key: 'k', partition: 0, position: offset + 1, body: JSON.stringify(event) });
  return {
    key: Buffer.from('k'),
    value: Buffer.from(String(sent.value)),
    headers: sent.headers ?? {},
    offset: String(offset),
    timestamp: '0',
    attributes: 0,
  };
}

/** A batch as kafkajs hands it over, which notes what it is told. */
function aBatch(over: Partial<EachBatchPayload> = {}) {
  const resolved: string[] = [];
  const committed: string[] = [];
  const payload: EachBatchPayload = {
    batch: {
      topic: 'redline.captures',
      partition: 0,
      highWatermark: '4',
      messages: [0, 1, 2, 3].map(message),
      isEmpty: () => false,
      firstOffset: () => '0',
      lastOffset: () => '3',
      offsetLag: () => '0',
      offsetLagLow: () => '3',
    },
    resolveOffset: (offset) => resolved.push(offset),
    heartbeat: async () => undefined,
    pause: () => () => undefined,
    commitOffsetsIfNecessary: async (offsets?: Offsets) => {
      committed.push(...(offsets?.topics ?? []).flatMap(({ partitions }) => partitions.map(({ offset }) => offset)));
    },
    uncommittedOffsets: () => ({ topics: [] }),
    isRunning: () => true,
    isStale: () => false,
    ...over,
  };
  return { payload, resolved, committed };
}

describe('applyBatch', () => {
  let store: Store;
  let applied: string[];
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    applied = [];
  });
  afterEach(() => store.close());

  const consumer = (over: Partial<BatchApplying> = {}): BatchApplying => ({
    applying: {
      store,
      subscription: {
        group: 'g',
        topics: [TOPICS.captures],
        handle: async (record) => async () => void applied.push(record.event.id),
      },
      keepPlace: async () => undefined,
    },
    ports: { now: () => new Date(TIME) },
    deadLetters: { copy: async () => undefined, close: async () => undefined },
    tuning: DEFAULT_TUNING,
    commits: createOffsetCommits(),
    stopped: new AbortController().signal,
    onSettled: () => undefined,
    ...over,
  });

  it('resolves each message after its effect and leaves the offset of the next one to be committed', async () => {
    const { payload, resolved, committed } = aBatch();
    const commits = createOffsetCommits();
    await applyBatch(consumer({ commits }), TOPICS.captures, payload);
    expect(applied).toEqual(['e0', 'e1', 'e2', 'e3']);
    expect(resolved).toEqual(['0', '1', '2', '3']);
    expect(committed).toEqual([]);
    expect(commits.takeAll()).toEqual([{ topic: 'redline.captures', partition: 0, offset: '4' }]);
    expect(commits.takeAll()).toEqual([]);
  });

  it('leaves the rest of a batch unresolved when the consumer stops in the middle', async () => {
    const { payload, resolved, committed } = aBatch({ isRunning: () => applied.length < 2 });
    await applyBatch(consumer(), TOPICS.captures, payload);
    expect(resolved).toEqual(['0', '1']);
    expect(committed).toEqual(['2']);
  });

  it('leaves the rest to a seek', async () => {
    const { payload, resolved } = aBatch({ isStale: () => applied.length === 1 });
    await applyBatch(consumer(), TOPICS.captures, payload);
    expect(resolved).toEqual(['0']);
  });

  it('commits what it applied before it lets the partition go to a rebalance', async () => {
    const rebalance = new Error('REBALANCE_IN_PROGRESS');
    const { payload, resolved, committed } = aBatch({
      heartbeat: async () => {
        if (applied.length === 2) throw rebalance;
      },
    });
    await expect(applyBatch(consumer(), TOPICS.captures, payload)).rejects.toBe(rebalance);
    expect(resolved).toEqual(['0', '1']);
    expect(committed).toEqual(['2']);
  });

  it('tells of the rebalance, not of the commit that the rebalance refused', async () => {
    const rebalance = new Error('REBALANCE_IN_PROGRESS');
    const { payload } = aBatch({
      heartbeat: async () => {
        if (applied.length === 1) throw rebalance;
      },
      commitOffsetsIfNecessary: () => Promise.reject(new Error('ILLEGAL_GENERATION')),
    });
    await expect(applyBatch(consumer(), TOPICS.captures, payload)).rejects.toBe(rebalance);
  });

  it('does not begin a batch of a partition that the group has taken away', async () => {
    const { payload, committed } = aBatch({ heartbeat: () => Promise.reject(new Error('UNKNOWN_MEMBER_ID')) });
    await expect(applyBatch(consumer(), TOPICS.captures, payload)).rejects.toThrow('UNKNOWN_MEMBER_ID');
    expect(applied).toEqual([]);
    expect(committed).toEqual([]);
  });

  it('gives a message up in the middle of its retries when the process stops, and does not resolve it', async () => {
    const stop = new AbortController();
    const { payload, resolved, committed } = aBatch();
    const failing = consumer({
      stopped: stop.signal,
      ports: { now: () => new Date(TIME), onRetry: () => stop.abort() },
    });
    const handle = () => Promise.reject(new Error('not yet'));
    const applying = { ...failing.applying, subscription: { ...failing.applying.subscription, handle } };
    await applyBatch({ ...failing, applying }, TOPICS.captures, payload);
    expect(resolved).toEqual([]);
    expect(committed).toEqual([]);
  });

  it('counts offsets beyond what a number holds', () => {
    expect(nextOffset('9007199254740993')).toBe('9007199254740994');
  });
});
