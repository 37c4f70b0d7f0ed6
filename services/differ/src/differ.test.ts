import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { createEmbeddedLog, type EventLog, listDeadLetters } from '#log';
import { createLogger } from '#process';
import type { Source } from '#sources';
import {
  compress,
  keepCapture,
  listChanges,
  listHeldReadings,
  listOpenSourceProblems,
  listTrail,
  openStore,
  type Session,
  type Store,
} from '#store';
import { inventedFamily, inventedSource } from './a-source.fixture.ts';
import { createDiffer, type Differ } from './differ.ts';
import { createSourceBook, type SourceBook } from './source-book.ts';
import { createVerifier } from './verify-change.ts';

const FAMILIES = new Map([
  ['invented', inventedFamily],
  ['invented-pages', { ...inventedFamily, family: 'invented-pages', eachAddressApart: true } as const],
]);
const list = inventedSource();
const issue = inventedSource({
  id: 'x-issue',
  documentSpace: 'x-documents',
  firstCapture: 'announce',
  guard: { ...list.guard, minEntries: 0 },
});
const inspection = inventedSource({ ...issue, id: 'x-documents' });
const pages = inventedSource({ id: 'x-pages', family: 'invented-pages', documentSpace: 'x-pages' });
const SOURCES: readonly Source[] = [list, issue, inspection, pages];

const BY = { tenantId: 'default', who: 'Aiko Mori', via: 'session' };

describe('the differ', () => {
  let store: Store;
  let log: EventLog;
  let differ: Differ;
  let book: SourceBook;
  let now = new Date('2026-02-01T00:00:00Z');

  beforeEach(async () => {
    now = new Date('2026-02-01T00:00:00Z');
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now: () => now });
    book = createSourceBook(SOURCES, FAMILIES);
    const logger = createLogger({ level: 'silent', service: 'test' });
    const sourceIds = SOURCES.map((source) => source.id);
    differ = createDiffer({ store, log, logger, now: () => now, book, sourceIds, onApplied: () => undefined });
    await differ.start();
  });
  afterEach(async () => {
    await differ.stop();
    await store.close();
  });

  async function capture(source: Source, body: unknown, retrievedAt: string, baseline = false, url = source.url) {
    await store.transaction((tx) => record(tx, source, body, retrievedAt, baseline, url));
    await differ.drained();
  }

  async function record(
    tx: Session,
    source: Source,
    body: unknown,
    retrievedAt: string,
    baseline = false,
    url = source.url,
  ): Promise<void> {
    const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const captureId = digestOf(source.id, sha256, retrievedAt);
    const kept = {
      captureId,
      sourceId: source.id,
      sha256,
      url,
      mediaType: 'application/json',
      retrievedAt,
      baseline,
    };
    const data = { captureId, sourceId: source.id, sha256, retrievedAt, baseline };
    const event = makeEvent({
      type: 'redline.capture.recorded',
      id: captureId,
      source: '/test',
      time: retrievedAt,
      partitionkey: source.id,
      correlation: captureId,
      data,
    });
    await keepCapture(tx, kept, bytes);
    await log.append(tx, TOPICS.captures, [event]);
  }

  const told = async () => (await listChanges(store.session, {}, 100)).map(({ change }) => change);
  const summary = async () => (await told()).map((change) => `${change.type} ${change.subject.label}`);
  const events = async (topic: string) =>
    (
      await store.session.selectFrom('eventLog').select('body').where('topic', '=', topic).orderBy('position').execute()
    ).map((row) => JSON.parse(row.body).data);

  it('takes captures of sources that publish the same documents one at a time, and others together', () => {
    const byItself = differ.subscriptions[0]?.together?.byItself;
    const needsEarlier = ({ id }: Source) =>
      byItself?.({
        topic: TOPICS.captures,
        partition: 0,
        offset: '1',
        key: id,
        position: 1,
        event: makeEvent({
          type: 'redline.capture.recorded',
          id,
          source: '/test',
          time: '2026-02-01T00:00:00.000Z',
          partitionkey: id,
          correlation: id,
          data: {
            captureId: id,
            sourceId: id,
            sha256: 'ab'.repeat(32),
            retrievedAt: '2026-02-01T00:00:00.000Z',
            baseline: false,
          },
        }),
      });
    expect(SOURCES.map(needsEarlier)).toEqual([false, true, true, false]);
  });

  it('announces nothing for a first list, and then each change with its proof', async () => {
    await capture(list, { names: ['Alpha', 'Beta'] }, '2026-01-01T00:00:00.000Z', true);
    expect(await told()).toEqual([]);
    await capture(list, { names: ['Beta', 'Alpha', 'Gamma Works'] }, '2026-01-02T00:00:00.000Z');
    expect(await summary()).toEqual(['entity.added Gamma Works']);
    const [change] = await told();
    expect(change?.evidence[0]).toMatchObject({ side: 'after', quote: 'Gamma Works', locator: 'row 3', url: list.url });
    expect(await events(TOPICS.changes)).toEqual([
      expect.objectContaining({
        changeId: change?.changeId,
        changeType: 'entity.added',
        alerting: true,
        baseline: false,
      }),
    ]);
  });

  it('keeps what several captures came to in one transaction: changes of one list, a doubt about another', async () => {
    await capture(list, { names: ['Alpha', 'Beta'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(pages, { names: ['Delta'] }, '2026-01-01T00:00:00.000Z', true);
    let commits = 0;
    store.onCommit(() => {
      commits += 1;
    });
    await store.transaction(async (tx) => {
      await record(tx, list, { names: ['Alpha', 'Beta', 'Gamma Works'] }, '2026-01-02T00:00:00.000Z');
      await record(tx, pages, 'no list', '2026-01-02T00:00:00.000Z');
    });
    await differ.drained();
    expect(commits).toBe(2);
    expect(await summary()).toEqual(['entity.added Gamma Works']);
    expect((await listHeldReadings(store.session)).map(({ sourceId }) => sourceId)).toEqual([pages.id]);
    expect((await listOpenSourceProblems(store.session)).map(({ sourceId }) => sourceId)).toEqual([pages.id]);
  });

  it('holds a list that lost more than its guard allows, tells the operator once, and compares on from the last good one', async () => {
    await capture(list, { names: ['Alpha', 'Beta', 'Gamma', 'Delta'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(list, { names: ['Alpha'] }, '2026-01-02T00:00:00.000Z');
    await capture(list, { names: ['Alpha', 'Epsilon'] }, '2026-01-02T00:30:00.000Z');
    expect(await told()).toEqual([]);
    expect(await listHeldReadings(store.session)).toHaveLength(2);
    expect((await listOpenSourceProblems(store.session)).map((problem) => problem.problem)).toEqual([
      'source.implausible',
    ]);
    expect(await events(TOPICS.operator)).toHaveLength(1);
    await capture(list, { names: ['Alpha', 'Beta', 'Gamma', 'Delta', 'Zeta'] }, '2026-01-03T00:00:00.000Z');
    expect(await summary()).toEqual(['entity.added Zeta']);
    expect(await listHeldReadings(store.session)).toEqual([]);
    expect(await listOpenSourceProblems(store.session)).toEqual([]);
  });

  it('takes a held list at its word once the same content is seen again after the confirmation interval', async () => {
    await capture(list, { names: ['Alpha', 'Beta', 'Gamma'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(list, { names: ['Alpha'] }, '2026-01-02T00:00:00.000Z');
    await capture(list, { names: ['Alpha'] }, '2026-01-02T00:59:00.000Z');
    expect(await told()).toEqual([]);
    await capture(list, { names: ['Alpha'] }, '2026-01-02T01:00:00.000Z');
    expect((await summary()).sort()).toEqual(['entity.removed Beta', 'entity.removed Gamma']);
  });

  it('lets a person release the newest held reading, and no unreadable one', async () => {
    await capture(list, { names: ['Alpha', 'Beta', 'Gamma'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(list, { names: ['Alpha'] }, '2026-01-02T00:00:00.000Z');
    const [held] = await listHeldReadings(store.session);
    expect(await differ.release(held?.readingId ?? '', BY, 'the annex moved')).toEqual({
      kind: 'released',
      changes: 2,
    });
    expect(await listHeldReadings(store.session)).toEqual([]);
    const trail = await listTrail(store.session, 'default', {}, 10);
    expect(trail).toMatchObject([
      {
        who: 'Aiko Mori',
        act: 'reading.released',
        subjectId: held?.readingId,
        fromState: 'held',
        toState: 'accepted',
        detail: { reason: 'the annex moved' },
      },
    ]);
    await capture(list, '<html>redesigned</html>', '2026-01-03T00:00:00.000Z');
    const [unreadable] = await listHeldReadings(store.session);
    expect(unreadable?.reason).toBe('not JSON');
    expect(await differ.release(unreadable?.readingId ?? '', BY, '')).toMatchObject({ kind: 'refused' });
    expect(await listTrail(store.session, 'default', {}, 10)).toEqual(trail);
    expect((await listOpenSourceProblems(store.session)).map((problem) => problem.problem)).toEqual([
      'source.structure_changed',
    ]);
  });

  it('does not take a good page for an answer on a doubtful one, where each address stands for itself', async () => {
    const [one, other] = ['https://publisher.test/one', 'https://publisher.test/other'];
    const page = (day: string, body: unknown, url: string) => capture(pages, body, `2026-01-0${day}Z`, false, url);
    await page('2T00:00:00.000', '<html>refused</html>', one);
    await page('2T00:01:00.000', { documents: ['B'] }, other);
    expect(await listHeldReadings(store.session, pages.id)).toHaveLength(1);
    expect(await listOpenSourceProblems(store.session)).toHaveLength(1);
    await page('3T00:00:00.000', { documents: ['A'] }, one);
    expect(await listHeldReadings(store.session, pages.id)).toEqual([]);
    expect(await listOpenSourceProblems(store.session)).toEqual([]);
  });

  it('gives the same change a new identity when it happens again: listed, delisted, listed', async () => {
    const without = { names: ['Alpha', 'Beta', 'Gamma', 'Delta'] };
    const withZte = { names: [...without.names, 'ZTE Corporation'] };
    await capture(list, without, '2026-01-01T00:00:00.000Z', true);
    await capture(list, withZte, '2026-01-02T00:00:00.000Z');
    await capture(list, without, '2026-01-03T00:00:00.000Z');
    await capture(list, withZte, '2026-01-04T00:00:00.000Z');
    const changes = await told();
    expect(changes.map((change) => change.type)).toEqual(['entity.added', 'entity.removed', 'entity.added']);
    expect(new Set(changes.map((change) => change.changeId)).size).toBe(3);
  });

  it('keeps first documents as history and tells of later ones', async () => {
    await capture(issue, { documents: ['2026-00001'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(issue, { documents: ['2026-00001', '2026-00002'] }, '2026-01-02T00:00:00.000Z');
    const changes = await told();
    expect(changes.map((change) => [change.documentNumber, change.detection.baseline])).toEqual([
      ['2026-00001', true],
      ['2026-00002', false],
    ]);
  });

  it('tells once of a document that is first filed for inspection and then printed', async () => {
    await capture(inspection, { documents: ['2026-00009'] }, '2026-01-01T00:00:00.000Z');
    await capture(issue, { documents: ['2026-00009'] }, '2026-01-02T00:00:00.000Z');
    const alerting = (await told()).filter((change) => change.alerting);
    expect(alerting.map((change) => change.documentNumber)).toEqual(['2026-00009']);
  });

  it('sets aside a capture of a source that is not configured, and parks only that source', async () => {
    await capture(inventedSource({ id: 'gone' }), { names: ['A'] }, '2026-01-01T00:00:00.000Z');
    await capture(list, { names: ['Alpha'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(list, { names: ['Alpha', 'Beta'] }, '2026-01-02T00:00:00.000Z');
    expect((await listDeadLetters(store.session)).map((letter) => letter.code)).toEqual(['unknown_source']);
    expect(await summary()).toEqual(['entity.added Beta']);
  });

  it('derives every change again from the stored bytes, and notices when they were altered', async () => {
    await capture(list, { names: ['Alpha', 'Beta'] }, '2026-01-01T00:00:00.000Z', true);
    await capture(list, { names: ['Alpha', 'Beta', 'Gamma'] }, '2026-01-02T00:00:00.000Z');
    await capture(issue, { documents: ['2026-00001'] }, '2026-01-02T00:00:00.000Z', true);
    await capture(issue, { documents: ['2026-00001', '2026-00002'] }, '2026-01-03T00:00:00.000Z');
    const changes = await told();
    expect(changes).toHaveLength(3);
    const verifier = createVerifier(store.session, book);
    for (const change of changes) {
      expect(await verifier.verify(change.changeId)).toMatchObject({ kind: 'verified' });
    }
    expect(await verifier.verify('no such change')).toMatchObject({ kind: 'unknown' });
    const added = changes.find((change) => change.type === 'entity.added');
    await store.session
      .updateTable('captureBytes')
      .set({ body: compress(new TextEncoder().encode('{"names":["Alpha"]}')) })
      .where('sha256', '=', added?.evidence[0]?.sha256 ?? '')
      .execute();
    await expect(createVerifier(store.session, book).verify(added?.changeId ?? '')).rejects.toMatchObject({
      code: 'stored_bytes_damaged',
    });
  });
});
