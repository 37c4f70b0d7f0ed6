import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiffer, createSourceBook, createVerifier, type Differ, type SourceBook } from '#differ';
import { digestOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { createEmbeddedLog, type EventLog } from '#log';
import { createLogger } from '#process';
import { families } from '#sources';
import { keepCapture, listChanges, openStore, type Store, saveSourceState } from '#store';
import { section, titleTree } from '../../libs/sources/src/ecfr-structure/structure.fixture.ts';
import { partXml, sectionXml } from '../../libs/sources/src/ecfr-text/part.fixture.ts';
import { loadCatalogue } from '../../services/standalone/src/load-catalogue.ts';

const catalogue = loadCatalogue({ sources: 'config/sources.yaml', instruments: 'config/instruments.yaml' });
const TREE = 'us-ecfr-structure-15';
const WORDS = 'us-ecfr-15-744';

const tree = (size: number) => JSON.stringify(titleTree({ sections: [section('744.1'), section('744.11', { size })] }));
const FILLER = Array.from({ length: 3 }, (_, at) => `<P>(${at + 1}) Control number ${at + 1} applies.</P>`);
const part = (words: string) =>
  partXml('744', sectionXml('744.1', 'General.', ...FILLER), sectionXml('744.11', 'Entities.', `<P>(a) ${words}</P>`));
const LICENSED = 'A license is required to export any item to a listed entity.';
const OWNED = 'A license is required to export any item to a listed entity or one it owns.';

describe('a section of which the tree says that it changed and the text says how', () => {
  let store: Store;
  let log: EventLog;
  let differ: Differ;
  let book: SourceBook;
  let now = new Date('2026-06-18T12:00:00Z');

  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now: () => now });
    // The slices of these tests are smaller than what the guards of the real sources ask for.
    const sources = catalogue.sources
      .filter(({ id }) => [TREE, WORDS].includes(id))
      .map((source) => ({ ...source, guard: { ...source.guard, minEntries: 1 } }));
    book = createSourceBook(sources, families);
    const logger = createLogger({ level: 'silent', service: 'test' });
    differ = createDiffer({
      store,
      log,
      logger,
      now: () => now,
      book,
      sourceIds: [TREE, WORDS],
      onApplied: () => undefined,
    });
    await differ.start();
  });
  afterEach(async () => {
    await differ.stop();
    await store.close();
  });

  /** The source was asked and answered, with new bytes where these are given. */
  async function asked(sourceId: string, at: string, served?: string, baseline = false): Promise<void> {
    now = new Date(at);
    await saveSourceState(store.session, {
      sourceId,
      lastCheckedAt: at,
      lastSuccessAt: at,
      lastChangedAt: at,
      consecutiveFailures: 0,
      lastOutcome: 'unchanged',
      lastDetail: '',
      nextRunAt: null,
    });
    if (served === undefined) return;
    const bytes = new TextEncoder().encode(served);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const captureId = digestOf(sourceId, sha256, at);
    const common = { captureId, sourceId, sha256, retrievedAt: at, baseline };
    const url = book.find(sourceId).source.url;
    const mediaType = served.startsWith('{') ? 'application/json' : 'application/xml';
    const event = makeEvent({
      type: 'redline.capture.recorded',
      id: captureId,
      source: '/test',
      time: at,
      partitionkey: sourceId,
      correlation: captureId,
      data: common,
    });
    await store.transaction(async (tx) => {
      await keepCapture(tx, { ...common, url, mediaType }, bytes);
      await log.append(tx, TOPICS.captures, [event]);
    });
    await differ.drained();
  }

  const alerts = async (at: string) => {
    now = new Date(at);
    await differ.fireCalendar();
    const changes = (await listChanges(store.session, {}, 100)).map(({ change }) => change);
    return changes
      .filter(({ alerting }) => alerting)
      .map(({ sourceId, type, subject }) => `${sourceId}: ${type} ${subject.label}`);
  };
  const recorded = async () =>
    (await listChanges(store.session, {}, 100)).map(({ change }) => `${change.sourceId} ${change.alerting}`);
  const first = async () => {
    await asked(WORDS, '2026-06-18T12:00:00.000Z', part(LICENSED), true);
    await asked(TREE, '2026-06-18T12:05:00.000Z', tree(8_000), true);
  };
  const SAID_HOW = [`${WORDS}: rule.text_changed § 744.11(a)`];

  it.each([
    ['the tree', [TREE, WORDS]],
    ['the text', [WORDS, TREE]],
  ])('is told once, by what the words say, when %s comes first', async (_, order) => {
    await first();
    for (const [at, sourceId] of order.entries()) {
      const served = sourceId === TREE ? tree(8_100) : part(OWNED);
      await asked(sourceId, `2026-06-19T0${at}:00:00.000Z`, served);
    }
    await asked(WORDS, '2026-06-19T06:00:00.000Z');
    expect(await alerts('2026-06-22T12:00:00Z')).toEqual(SAID_HOW);
    expect(await recorded()).toHaveLength(2);
  });

  it('is told by nobody when the words were read since and say the same', async () => {
    await first();
    await asked(TREE, '2026-06-19T01:00:00.000Z', tree(8_001));
    await asked(WORDS, '2026-06-19T06:00:00.000Z');
    expect(await alerts('2026-06-22T12:00:00Z')).toEqual([]);
    expect(await recorded()).toEqual([`${TREE} false`]);
  });

  it('is told by the tree after a day when the source of the words falls silent, and derived again', async () => {
    await first();
    await asked(TREE, '2026-06-19T01:00:00.000Z', tree(8_100));
    expect(await alerts('2026-06-19T20:00:00Z')).toEqual([]);
    expect(await alerts('2026-06-21T12:00:00Z')).toEqual([`${TREE}: rule.text_changed § 744.11`]);
    expect(await alerts('2026-06-22T12:00:00Z')).toHaveLength(1);
    const verifier = createVerifier(store.session, book);
    for (const { change } of await listChanges(store.session, {}, 100)) {
      expect(await verifier.verify(change.changeId)).toMatchObject({ kind: 'verified' });
    }
  });

  it('is told by the tree at once when the words were never read, or not for too long', async () => {
    await asked(TREE, '2026-06-18T12:05:00.000Z', tree(8_000), true);
    await asked(TREE, '2026-06-19T01:00:00.000Z', tree(8_100));
    expect(await alerts('2026-06-19T02:00:00Z')).toEqual([`${TREE}: rule.text_changed § 744.11`]);
    await asked(WORDS, '2026-06-19T06:00:00.000Z', part(OWNED), true);
    await asked(TREE, '2026-06-25T01:00:00.000Z', tree(8_200));
    expect(await alerts('2026-06-25T02:00:00Z')).toHaveLength(2);
  });

  it('is told by the text alone while the tree cannot be had', async () => {
    await first();
    await asked(WORDS, '2026-06-19T06:00:00.000Z', part(OWNED));
    expect(await alerts('2026-06-22T12:00:00Z')).toEqual(SAID_HOW);
  });
});
