import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, DocumentsReading, ListReading, Reading, TextReading } from '#domain';
import { createEmbeddedLog, type EventLog } from '#log';
import {
  listDevelopments,
  listObligations,
  listOpenSourceProblems,
  listReviewItems,
  openStore,
  type Store,
  type StoredReading,
  saveSourceState,
  settleReviewItem,
} from '#store';
import { inventedFamily, inventedSource } from '../a-source.fixture.ts';
import { aChange, aRule, listed } from '../development/a-change.fixture.ts';
import { keepOutcomes } from '../keep-outcome.ts';
import { entity } from '../list/list-entry.fixture.ts';
import { createSourceBook } from '../source-book.ts';
import { reviewObligations } from './review-obligations.ts';

const REGISTER = inventedSource({ id: 'us-federal-register', family: 'federal-register', documentSpace: 'register' });
const LIST = inventedSource({ id: 'us-ecfr-15-744-supp4', family: 'ecfr', documentSpace: 'us-ecfr-15-744-supp4' });
const LAW = inventedSource({
  id: 'jp-egov-324CO0000000378',
  family: 'egov-law',
  title: '輸出貿易管理令 (e-Gov)',
  jurisdiction: 'JP',
  instrumentId: 'JP-EXPORT-T1',
  documentSpace: 'jp-egov-324CO0000000378',
});
const NEWS = inventedSource({
  id: 'jp-meti-news',
  family: 'meti-news',
  jurisdiction: 'JP',
  documentSpace: 'jp-meti-news',
});
const WATCHED = [REGISTER, LIST, LAW, NEWS];
const FAMILIES = new Map(WATCHED.map(({ family }) => [family, inventedFamily]));
const DOCUMENTS: DocumentsReading = { kind: 'documents', documents: [] };

const RULE = aRule('2023-26935', {
  dates: { publishedOn: '2023-12-07', effectiveFrom: '2023-12-07' },
  lineage: { citation: ['88 FR 85097'] },
  after: { title: 'Addition of Entities to the Entity List', entitiesAdded: 1, entriesAdded: 1 },
});
const ROW = listed(LIST.id, 'Aram Kocharyan', '2023-12-08T12:00:00.000Z');

function entityList(...names: readonly string[]): ListReading {
  const entries = names.map((name) =>
    entity(name, { list: 'EL', citations: ['88 FR 85097, 12/7/23.'], quote: name, locator: name }),
  );
  return { kind: 'list', entries, sections: [] };
}

describe('what is owed', () => {
  let store: Store;
  let log: EventLog;
  let accepted = 0;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now: () => new Date('2023-12-08T12:00:00Z') });
  });
  afterEach(() => store.close());

  const accept = (source: typeof LIST, reading: Reading, now: string, ...changes: readonly Change[]) => {
    accepted += 1;
    const stored: StoredReading = {
      readingId: `reading ${accepted}`,
      sourceId: source.id,
      captureId: `capture ${accepted}`,
      sha256: 'cd'.repeat(32),
      status: 'accepted',
      reason: '',
      contentHash: String(accepted),
      readAt: now,
    };
    const kept = { kind: 'accepted' as const, source, stored, reading, changes, previousReadingId: null, now };
    return store.transaction((tx) => keepOutcomes(tx, { log, watched: WATCHED }, [kept]));
  };
  const owed = async () => {
    const found = [];
    for (const { developmentId } of await listDevelopments(store.session, {}, 10)) {
      found.push(...(await listObligations(store.session, developmentId)));
    }
    return found;
  };
  const stateOf = async (kind: string) => (await owed()).filter((one) => one.kind === kind).map((one) => one.state);
  const checked = (sourceId: string, at: string) =>
    saveSourceState(store.session, {
      sourceId,
      lastCheckedAt: at,
      lastSuccessAt: at,
      lastChangedAt: at,
      consecutiveFailures: 0,
      lastOutcome: 'unchanged',
      lastDetail: '',
      nextRunAt: null,
    });
  const review = (at: string) =>
    reviewObligations({ store, log, book: createSourceBook(WATCHED, FAMILIES) }, new Date(at));

  it('stays open until the list shows it, and is closed with both proofs', async () => {
    await accept(LIST, entityList(), '2023-12-06T12:00:00.000Z');
    await accept(REGISTER, DOCUMENTS, '2023-12-07T12:00:00.000Z', RULE);
    expect(await stateOf('listed')).toEqual(['open']);
    await accept(LIST, entityList('Aram Kocharyan'), '2023-12-08T12:00:00.000Z', ROW);
    const [obligation] = (await owed()).filter((one) => one.kind === 'listed');
    expect(obligation).toMatchObject({
      state: 'closed',
      closedAt: '2023-12-08T12:00:00.000Z',
      proof: [{ sourceId: REGISTER.id }, { sourceId: LIST.id, sha256: 'cd'.repeat(32) }],
    });
    expect(await listReviewItems(store.session, {})).toEqual([]);
  });

  it('is closed at once when the list came first, and the list owes its document until then', async () => {
    await accept(LIST, entityList(), '2023-12-06T12:00:00.000Z');
    await accept(LIST, entityList('Aram Kocharyan'), '2023-12-07T09:00:00.000Z', ROW);
    expect(await stateOf('announced')).toEqual(['open']);
    await accept(REGISTER, DOCUMENTS, '2023-12-07T12:00:00.000Z', RULE);
    expect(await stateOf('announced')).toEqual(['closed']);
    expect(await stateOf('listed')).toEqual(['closed']);
  });

  it('is a review item when the list shows another number, and settles by itself when it agrees', async () => {
    await accept(LIST, entityList(), '2023-12-06T12:00:00.000Z');
    await accept(REGISTER, DOCUMENTS, '2023-12-07T12:00:00.000Z', RULE);
    await accept(LIST, entityList('Aram Kocharyan', 'Twice'), '2023-12-08T12:00:00.000Z', ROW);
    expect(await listReviewItems(store.session, { state: 'open' })).toMatchObject([{ kind: 'counts_differ' }]);
    await accept(LIST, entityList('Aram Kocharyan'), '2023-12-09T12:00:00.000Z');
    expect(await listReviewItems(store.session, { state: 'open' })).toEqual([]);
    expect(await stateOf('listed')).toEqual(['closed']);
  });

  it('is a review item after ten business days, once the list was checked since, and then a problem of its source', async () => {
    await accept(LIST, entityList(), '2023-12-06T12:00:00.000Z');
    await accept(REGISTER, DOCUMENTS, '2023-12-07T12:00:00.000Z', RULE);
    await review('2023-12-29T12:00:00.000Z');
    expect(await listReviewItems(store.session, {})).toEqual([]);
    await checked(LIST.id, '2023-12-22T12:00:00.000Z');
    await review('2023-12-29T12:00:00.000Z');
    await review('2023-12-29T12:05:00.000Z');
    expect(await listReviewItems(store.session, {})).toMatchObject([{ kind: 'not_shown', sourceId: LIST.id }]);
    expect(await listOpenSourceProblems(store.session)).toEqual([]);
    await review('2024-01-31T12:00:00.000Z');
    expect(await listOpenSourceProblems(store.session)).toMatchObject([
      { problem: 'source.unreconciled', sourceId: LIST.id },
    ]);
    await accept(LIST, entityList('Aram Kocharyan'), '2024-02-01T12:00:00.000Z', ROW);
    await review('2024-02-01T12:05:00.000Z');
    expect(await listOpenSourceProblems(store.session)).toEqual([]);
  });

  it('makes a list change without a document a review item after five business days, and tells no subscriber', async () => {
    await accept(REGISTER, DOCUMENTS, '2023-12-01T12:00:00.000Z');
    await accept(LIST, entityList(), '2023-12-06T12:00:00.000Z');
    await accept(LIST, entityList('Aram Kocharyan'), '2023-12-08T12:00:00.000Z', ROW);
    await checked(REGISTER.id, '2023-12-18T12:00:00.000Z');
    await review('2023-12-18T20:00:00.000Z');
    expect(await listReviewItems(store.session, {})).toMatchObject([{ kind: 'not_announced' }]);
    const events = await store.session.selectFrom('eventLog').select('topic').execute();
    expect(events.map(({ topic }) => topic)).toEqual(['redline.changes']);
  });

  it('puts two sources that state other terms before a person, whose word ends it for good', async () => {
    const CSL = inventedSource({ id: 'us-csl', family: 'csl', documentSpace: 'us-csl' });
    const other = listed('us-csl', 'Aram Kocharyan', '2023-12-09T12:00:00.000Z', {
      reviewPolicy: { kind: 'case_by_case', text: 'Case-by-case basis' },
    });
    await accept(LIST, entityList('Aram Kocharyan'), '2023-12-08T12:00:00.000Z', ROW);
    await accept(CSL, entityList(), '2023-12-09T12:00:00.000Z', other);
    const [item] = await listReviewItems(store.session, { state: 'open' });
    expect(item).toMatchObject({ kind: 'terms_differ', sourceId: 'us-csl' });
    const settled = { closedAt: '2023-12-11T09:00:00.000Z', resolution: 'the list is right' };
    expect(await settleReviewItem(store.session, item?.reviewItemId ?? '', settled)).toBe(true);
    expect(await settleReviewItem(store.session, item?.reviewItemId ?? '', settled)).toBe(false);
    expect(await listReviewItems(store.session, { state: 'open' })).toEqual([]);
  });

  it('owes nothing for what was there before the first capture', async () => {
    const history = { ...RULE, detection: { ...RULE.detection, baseline: true } };
    await accept(REGISTER, DOCUMENTS, '2023-12-07T12:00:00.000Z', history);
    expect(await owed()).toEqual([]);
  });

  it('follows a Japanese order from its announcement to e-Gov, and from pending to in force', async () => {
    const release = aChange({
      sourceId: NEWS.id,
      type: 'document.published',
      jurisdiction: 'JP',
      instrumentId: 'JP-EXPORT-T1',
      subject: { kind: 'document', key: '20251111001', label: '' },
      stage: 'announced',
      after: { title: '輸出貿易管理令の一部を改正する政令(令和七年政令第三百七十六号)が閣議決定されました' },
      detection: { path: 'document', needsReview: false, notes: [], baseline: false },
      detectedAt: '2025-11-11T06:00:00.000Z',
    });
    const pending = aChange({
      sourceId: LAW.id,
      type: 'item.added',
      jurisdiction: 'JP',
      instrumentId: 'JP-EXPORT-T1',
      subject: { kind: 'item', key: '5の項(20)', label: '5の項(20)' },
      stage: 'final',
      dates: { effectiveFrom: '2026-02-14' },
      after: { revisionId: '324CO0000000378_20260214_507CO0000000376', revisionStatus: 'pending' },
      lineage: { citation: ['令和7年政令第376号'] },
      detection: { path: 'codified_diff', needsReview: false, notes: [], baseline: false },
      detectedAt: '2025-11-14T15:00:00.000Z',
    });
    const text = (status: 'pending' | 'in_force'): TextReading => ({
      kind: 'text',
      title: '輸出貿易管理令',
      lang: 'ja',
      provisions: [],
      revision: { revisionId: '324CO0000000378_20260214_507CO0000000376', enforcedOn: '2026-02-14', status },
    });
    await accept(NEWS, DOCUMENTS, '2025-11-11T06:00:00.000Z', release);
    expect(await stateOf('consolidated')).toEqual(['open']);
    await accept(LAW, text('pending'), '2025-11-14T15:00:00.000Z', pending);
    expect(await stateOf('consolidated')).toEqual(['closed']);
    expect(await stateOf('enforced')).toEqual(['open']);
    await accept(LAW, text('in_force'), '2026-02-13T15:00:00.000Z');
    expect(await stateOf('enforced')).toEqual(['closed']);
  });
});
