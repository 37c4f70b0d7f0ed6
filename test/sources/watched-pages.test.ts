import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiffer, createSourceBook, createVerifier, type Differ, type SourceBook } from '#differ';
import { digestOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { createEmbeddedLog, type EventLog } from '#log';
import { createLogger } from '#process';
import { families } from '#sources';
import { keepCapture, listChanges, listHeldReadings, listOpenSourceProblems, openStore, type Store } from '#store';
import { guidancePage, LISTED, PARAGRAPHS, sitemap } from '../../libs/sources/src/bis-pages/bis-pages.fixture.ts';
import { RESCISSION, releaseList, releasePage } from '../../libs/sources/src/bis-press/bis-press.fixture.ts';
import { sampleSource } from './sample.ts';

const SITEMAP = 'https://www.bis.gov/sitemap.xml';
const PAGE = 'https://media.bis.gov/learn-support/deemed-exports';
const OTHER = 'https://media.bis.gov/enforcement/penalties';
const LIST = 'https://media.bis.gov/news-updates/all-press-releases';
const RELEASE = 'https://media.bis.gov/press-release/rescission';
const guard = { minEntries: 0, maxLossShare: 0.4, confirmAfterMinutes: 720 };
const pages = sampleSource('bis-pages', { url: SITEMAP, guard });
const press = sampleSource('bis-press', { url: LIST, guard });

describe('watched pages, from capture to proof', () => {
  let store: Store;
  let log: EventLog;
  let differ: Differ;
  let book: SourceBook;
  const now = new Date('2026-11-01T00:00:00Z');

  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now: () => now });
    book = createSourceBook([pages, press], families);
    const logger = createLogger({ level: 'silent', service: 'test' });
    differ = createDiffer({
      store,
      log,
      logger,
      now: () => now,
      book,
      sourceIds: [pages.id, press.id],
      onApplied: () => undefined,
    });
    await differ.start();
  });
  afterEach(async () => {
    await differ.stop();
    await store.close();
  });

  /** What one poll brings, address by address, in its order. */
  async function poll(
    source: typeof pages,
    day: string,
    bodies: readonly (readonly [string, string])[],
    baseline = false,
  ) {
    for (const [at, [url, body]] of bodies.entries()) {
      const bytes = new TextEncoder().encode(body);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const retrievedAt = `${day}T00:00:${String(at).padStart(2, '0')}.000Z`;
      const captureId = digestOf(source.id, url, sha256, retrievedAt);
      const mediaType = url === SITEMAP ? 'application/xml' : 'text/html; charset=utf-8';
      const facts = { captureId, sourceId: source.id, sha256, retrievedAt, baseline };
      await store.transaction(async (tx) => {
        await keepCapture(tx, { ...facts, url, mediaType }, bytes);
        await log.append(tx, TOPICS.captures, [
          makeEvent({
            type: 'redline.capture.recorded',
            id: captureId,
            source: '/test',
            time: retrievedAt,
            partitionkey: source.id,
            correlation: captureId,
            data: facts,
          }),
        ]);
      });
      await differ.drained();
    }
  }

  const alerting = async () =>
    (await listChanges(store.session, {}, 200)).map(({ change }) => change).filter((change) => change.alerting);
  const told = async () => (await alerting()).map(({ type, subject }) => `${type} ${subject.label}`);

  it('tells a page that changed, one that came and one that went, and proves each from the bytes', async () => {
    const whole = [
      [SITEMAP, sitemap()],
      [PAGE, guidancePage()],
      [OTHER, guidancePage([...PARAGRAPHS].reverse())],
    ] as const;
    await poll(pages, '2026-10-01', whole, true);
    await poll(pages, '2026-10-02', whole);
    expect(await told()).toEqual([]);
    const listed = [...LISTED.slice(0, 3), ['/licensing/new-guidance'] as const];
    const revised = [...PARAGRAPHS.slice(0, 3), 'Questions about deemed exports are answered at the help desk.'];
    await poll(pages, '2026-10-03', [
      [SITEMAP, sitemap(listed)],
      [PAGE, guidancePage(revised)],
    ]);
    expect(await told()).toEqual([
      'guidance.published /licensing/new-guidance',
      'guidance.removed /licensing/end-user-guidance/entity-list',
      'guidance.changed Deemed Exports',
    ]);
    const [, , changed] = await alerting();
    expect(changed?.evidence[0]?.quote).toBe('Questions about deemed exports are answered at the help desk.');
    const verifier = createVerifier(store.session, book);
    for (const { changeId } of await alerting()) expect((await verifier.verify(changeId)).kind).toBe('verified');
  });

  it('takes a refusal of one page neither for silence nor for a removal, and reads it again when it is back', async () => {
    await poll(
      pages,
      '2026-10-01',
      [
        [SITEMAP, sitemap()],
        [PAGE, guidancePage()],
        [OTHER, guidancePage()],
      ],
      true,
    );
    const refusal = '<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1></body></html>';
    await poll(pages, '2026-10-02', [
      [PAGE, refusal],
      [OTHER, guidancePage([...PARAGRAPHS, 'One paragraph more on releases.'])],
    ]);
    expect(await told()).toEqual(['guidance.changed Deemed Exports']);
    expect(await listHeldReadings(store.session, pages.id)).toHaveLength(1);
    expect((await listOpenSourceProblems(store.session)).map(({ problem }) => problem)).toEqual([
      'source.structure_changed',
    ]);
    await poll(pages, '2026-10-03', [[PAGE, guidancePage()]]);
    expect(await told()).toHaveLength(1);
    expect(await listOpenSourceProblems(store.session)).toEqual([]);
  });

  it('waits no longer for a page that was refused and then left the sitemap', async () => {
    await poll(pages, '2026-10-01', [[SITEMAP, sitemap()]], true);
    await poll(pages, '2026-10-02', [
      [SITEMAP, sitemap()],
      [OTHER, '<html><head><title>Access Denied</title></head></html>'],
    ]);
    await poll(pages, '2026-10-03', [[SITEMAP, sitemap()]]);
    expect(await listHeldReadings(store.session, pages.id)).toHaveLength(1);
    await poll(pages, '2026-10-04', [[SITEMAP, sitemap(LISTED.slice(1))]]);
    expect(await listHeldReadings(store.session, pages.id)).toEqual([]);
    expect(await listOpenSourceProblems(store.session)).toEqual([]);
    expect(await told()).toEqual(['guidance.removed /enforcement/penalties']);
  });

  it('tells a release once, by its own words, though the list is read after it and again', async () => {
    const list = releaseList([['rescission', RESCISSION.title, 'May 13, 2025']]);
    await poll(press, '2026-10-01', [[LIST, list.replace('rescission', 'an-older-one')]], true);
    await poll(press, '2026-10-02', [
      [RELEASE, releasePage(RESCISSION)],
      [LIST, list],
    ]);
    await poll(press, '2026-10-03', [
      [RELEASE, releasePage(RESCISSION)],
      [LIST, `${list}\n`],
    ]);
    expect(await told()).toEqual([`announcement.unlegislated ${RESCISSION.title}`]);
  });
});
