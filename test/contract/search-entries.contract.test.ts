import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Change, type Provision, parseSearch, type TextReading } from '#domain';
import {
  findDevelopment,
  isSearchComplete,
  listChanges,
  type Session,
  type Store,
  saveChange,
  saveReading,
  search,
  takeTurnToJoin,
} from '#store';
import { inventedSource } from '../../services/differ/src/a-source.fixture.ts';
import { aRule, listed } from '../../services/differ/src/development/a-change.fixture.ts';
import { enterDevelopments, touchedBy } from '../../services/differ/src/development/enter-developments.ts';
import { developmentsOf } from '../../services/differ/src/development/join-changes.ts';
import { fillSearchIndex } from '../../services/differ/src/search/fill-search-index.ts';
import { indexChanges, indexProvisions } from '../../services/differ/src/search/index-changes.ts';
import { describeOverStores } from './adapters.ts';
import { aReading } from './samples.ts';

const RULE = aRule('2023-26935', {
  after: { title: 'Addition of Entities to the Entity List' },
  lineage: { citation: ['88 FR 85097'] },
});
const CODIFIED = listed('us-ecfr-15-744-supp4', 'Aram Kocharyan', '2023-12-07T12:00:00.000Z');
const SCREENED = listed('us-csl', 'Aram Kocharyan', '2023-12-08T13:00:00.000Z');
const LAW = inventedSource({ id: 'jp-law' });

function aText(...provisions: readonly (readonly [label: string, text: string])[]): TextReading {
  const asProvision = ([label, text]: readonly [string, string]): Provision => ({
    kind: 'rule',
    label,
    text,
    locator: label,
  });
  return { kind: 'text', title: '外国為替令', lang: 'ja', provisions: provisions.map(asProvision), revision: {} };
}

await describeOverStores('what can be found', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const turn = (work: (tx: Session) => Promise<void>) =>
    store.transaction(async (tx) => {
      await takeTurnToJoin(tx);
      await work(tx);
    });
  const enter = (indexed: boolean, ...changes: readonly Change[]) =>
    turn(async (tx) => {
      for (const change of changes) await saveChange(tx, change, { readingId: 'r', previousReadingId: null });
      const touched = await enterDevelopments(tx, changes);
      if (indexed) await indexChanges(tx, changes, touchedBy(touched));
    });
  const found = async (query: string) =>
    (await search(store.session, parseSearch(query), {}, 50)).map(({ kind, subjectId, rank }) => ({
      kind,
      subjectId,
      rank,
    }));
  const fill = (batches = Number.POSITIVE_INFINITY) => {
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked > batches;
    };
    return fillSearchIndex({ store, sources: [LAW], isStopped });
  };

  it('narrows the list of changes to those that the search finds, in either language, whatever is asked', async () => {
    const item = { ...CODIFIED, changeId: 'b'.repeat(64) };
    const japanese = { ...item, subject: { ...item.subject, label: '7の項(16)' }, after: { goods: '半導体製造装置' } };
    await enter(true, RULE, CODIFIED, SCREENED, japanese);
    const queries = ['Kocharyan', 'aram -rule', '2023-26935', '88 FR 85097', '半導体', '置', '七の項', '"', 'nowhere'];
    for (const text of queries) {
      const holding = parseSearch(text);
      const listed = await listChanges(store.session, { holding }, 50);
      const hits = await search(store.session, holding, { kind: 'change' }, 50);
      expect(listed.map(({ change }) => change.changeId).toSorted(), text).toEqual(
        hits.map(({ subjectId }) => subjectId).toSorted(),
      );
    }
    const narrowed = await listChanges(store.session, { holding: parseSearch('kocharyan'), sourceId: 'us-csl' }, 50);
    expect(narrowed.map(({ change }) => change.changeId)).toEqual([SCREENED.changeId]);
    expect(await listChanges(store.session, { holding: parseSearch('装置') }, 50)).toHaveLength(1);
  });

  it('are changes and developments, by number, citation, name and title, as soon as they are stored', async () => {
    await enter(true, RULE, CODIFIED);
    const { developmentId } = developmentsOf([RULE, CODIFIED])[0] ?? { developmentId: '' };
    const both = [
      { kind: 'change', subjectId: RULE.changeId, rank: 'code' },
      { kind: 'development', subjectId: developmentId, rank: 'code' },
    ];
    expect(await found('2023-26935')).toEqual(expect.arrayContaining(both));
    expect(await found('88 FR 85097')).toContainEqual({ kind: 'change', subjectId: CODIFIED.changeId, rank: 'code' });
    expect(await found('kocharyan')).toContainEqual({ kind: 'change', subjectId: CODIFIED.changeId, rank: 'label' });
    expect(await found('"presumption of denial"')).toMatchObject([{ subjectId: CODIFIED.changeId, rank: 'text' }]);
    expect(await found('entities entity list')).toContainEqual({
      kind: 'development',
      subjectId: developmentId,
      rank: 'label',
    });
  });

  it('is a development under its last id only, once it was joined with another', async () => {
    await enter(true, SCREENED);
    const before = developmentsOf([SCREENED])[0]?.developmentId;
    expect(await found('kocharyan')).toContainEqual({ kind: 'development', subjectId: before, rank: 'label' });
    await enter(true, CODIFIED, RULE);
    const after = (await findDevelopment(store.session, before ?? ''))?.developmentId;
    const developments = (await found('kocharyan')).filter(({ kind }) => kind === 'development');
    expect(developments.map(({ subjectId }) => subjectId)).toEqual([after]);
  });

  it('is nothing of a transaction that was undone', async () => {
    const undone = turn(async (tx) => {
      await indexChanges(tx, [RULE], []);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await found('2023-26935')).toEqual([]);
  });

  it('are the provisions of a text as it reads now; those that did not change keep their age', async () => {
    await turn((tx) =>
      indexProvisions(
        tx,
        LAW,
        aText(['第四条', '許可'], ['第五条', '届出'], ['第六条', '銃']),
        '2024-01-01T00:00:00.000Z',
      ),
    );
    await turn((tx) =>
      indexProvisions(tx, LAW, aText(['第四条', '許可'], ['第五条', '報告']), '2025-01-01T00:00:00.000Z'),
    );
    const hits = await search(store.session, parseSearch('外国為替令'), {}, 10);
    expect(hits.map(({ label, at }) => [label, at.slice(0, 4)])).toEqual([
      ['第五条', '2025'],
      ['第四条', '2024'],
    ]);
    expect([await found('届出'), await found('銃')]).toEqual([[], []]);
    expect(await found('第5条')).toMatchObject([{ rank: 'code' }]);
  });

  it('are not provisions of a law that is not in force', async () => {
    const pending = { ...aText(['第四条', '許可']), revision: { status: 'pending' as const } };
    await turn((tx) => indexProvisions(tx, LAW, pending, '2024-01-01T00:00:00.000Z'));
    expect(await found('許可')).toEqual([]);
  });

  it('are the same when all was stored before it was indexed, wherever the filling is stopped and goes on', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      listed('us-csl', `Company ${index}`, `2024-01-01T00:00:${String(index % 60).padStart(2, '0')}.000Z`),
    );
    const entries = async () =>
      store.session
        .selectFrom('searchEntries')
        .select(['kind', 'subjectId', 'heading', 'body', 'fingerprint'])
        .orderBy('kind')
        .orderBy('subjectId')
        .execute();
    await enter(true, RULE, CODIFIED, ...many);
    const text = aText(['第四条', '許可']);
    const read = { ...aReading('r1', 'accepted'), sourceId: LAW.id };
    await saveReading(store.session, read, text);
    await turn((tx) => indexProvisions(tx, LAW, text, read.readAt));
    const live = await entries();
    expect(new Set(live.map(({ kind }) => kind)).size).toBe(3);
    await store.session.deleteFrom('searchEntries').execute();
    for (let run = 0; !(await isSearchComplete(store.session)); run += 1) {
      expect(run).toBeLessThan(20);
      await fill(1);
    }
    expect(await entries()).toEqual(live);
    await fill();
    expect(await entries()).toEqual(live);
  });
});
