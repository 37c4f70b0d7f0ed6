import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedLog, type EventLog } from '#log';
import type { Source } from '#sources';
import { findValidators, openStore, type Store, saveReading } from '#store';
import { type Arrival, takeIn } from './take-in.ts';

const source: Source = {
  id: 'us-list',
  family: 'list',
  title: 'A list',
  jurisdiction: 'US',
  instrumentId: 'US-EL',
  url: 'https://publisher.test/list',
  link: 'https://publisher.test/list',
  schedule: '0 * * * *',
  timeZone: 'UTC',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 10,
  maxBodyBytes: 1_000_000,
  guard: { minEntries: 1, maxLossShare: 0.2, confirmAfterMinutes: 60 },
  firstCapture: 'history',
  documentSpace: 'us-list',
  params: {},
};

const arrival = (text: string, retrievedAt: string, etag = '"1"'): Arrival => ({
  requestUrl: source.url,
  captured: { bytes: new TextEncoder().encode(text), mediaType: 'text/html', url: source.url, retrievedAt },
  etag,
  durationMs: 5,
  baseline: false,
});

describe('takeIn', () => {
  let store: Store;
  let log: EventLog;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now: () => new Date('2026-01-01T00:00:00Z') });
  });
  afterEach(() => store.close());

  const events = async () => (await store.session.selectFrom('eventLog').select('eventId').execute()).length;

  it('keeps new bytes and tells the log of them', async () => {
    const taken = await takeIn({ store, log }, source, arrival('one', '2026-01-01T00:00:00.000Z'));
    expect(taken.kind).toBe('recorded');
    expect(await events()).toBe(1);
    expect(await findValidators(store.session, source.id, source.url)).toMatchObject({ etag: '"1"' });
  });

  it('notes bytes seen before as a check, and tells nobody', async () => {
    await takeIn({ store, log }, source, arrival('one', '2026-01-01T00:00:00.000Z'));
    expect((await takeIn({ store, log }, source, arrival('one', '2026-01-01T01:00:00.000Z', '"2"'))).kind).toBe(
      'unchanged',
    );
    expect(await events()).toBe(1);
    const checks = await store.session.selectFrom('checks').select('outcome').orderBy('checkId').execute();
    expect(checks.map((check) => check.outcome)).toEqual(['changed', 'unchanged']);
    expect(await findValidators(store.session, source.id, source.url)).toMatchObject({ etag: '"2"' });
  });

  it('records the same arrival once, however often it is repeated', async () => {
    const first = arrival('one', '2026-01-01T00:00:00.000Z');
    await takeIn({ store, log }, source, first);
    await takeIn({ store, log }, source, arrival('two', '2026-01-01T01:00:00.000Z'));
    await takeIn({ store, log }, source, first);
    expect(await events()).toBe(2);
  });

  it('records unchanged bytes again while a held reading waits to be confirmed', async () => {
    await takeIn({ store, log }, source, arrival('one', '2026-01-01T00:00:00.000Z'));
    const held = { readingId: 'r', sourceId: source.id, captureId: 'c', sha256: 'x', status: 'held' as const };
    await saveReading(store.session, { ...held, reason: 'few', contentHash: 'h', readAt: '2026-01-01' }, undefined);
    expect((await takeIn({ store, log }, source, arrival('one', '2026-01-01T02:00:00.000Z'))).kind).toBe('recorded');
    expect(await events()).toBe(2);
  });

  it('knows bytes again whose address names another day, and keeps the mark of their state', async () => {
    const state = { of: 'https://publisher.test/any-day', mark: 'size 8000' };
    const on = (day: string, mark: string) => ({
      ...arrival('one', `2026-01-0${day}T00:00:00.000Z`),
      requestUrl: `https://publisher.test/2026-01-0${day}`,
      state: { ...state, mark },
    });
    await takeIn({ store, log }, source, on('1', 'size 8000'));
    expect((await takeIn({ store, log }, source, on('2', 'size 8001'))).kind).toBe('unchanged');
    expect(await findValidators(store.session, source.id, state.of)).toMatchObject({ etag: 'size 8001' });
  });

  it('moves no cursor when the log cannot take the event', async () => {
    const broken: EventLog = { ...log, append: () => Promise.reject(new Error('disk full')) };
    await expect(takeIn({ store, log: broken }, source, arrival('one', '2026-01-01T00:00:00.000Z'))).rejects.toThrow(
      'disk full',
    );
    expect(await findValidators(store.session, source.id, source.url)).toBeUndefined();
    expect(await store.session.selectFrom('captures').selectAll().execute()).toEqual([]);
  });
});
