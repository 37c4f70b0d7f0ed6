import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '#domain';
import {
  findDevelopment,
  listDevelopmentChanges,
  listDevelopments,
  listObligations,
  listReviewItems,
  type Store,
  saveChange,
  takeTurnToJoin,
} from '#store';
import { aRule, listed } from '../../services/differ/src/development/a-change.fixture.ts';
import { enterDevelopments } from '../../services/differ/src/development/enter-developments.ts';
import { developmentsOf } from '../../services/differ/src/development/join-changes.ts';
import { describeOverStores } from './adapters.ts';

const RULE = aRule('2023-26935', { dates: { publishedOn: '2023-12-07' }, lineage: { citation: ['88 FR 85097'] } });
const CODIFIED = listed('us-ecfr-15-744-supp4', 'Aram Kocharyan', '2023-12-07T12:00:00.000Z');
const SCREENED = listed('us-csl', 'Aram Kocharyan', '2023-12-08T13:00:00.000Z');

await describeOverStores('developments', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const enter = (...changes: readonly Change[]) =>
    store.transaction(async (tx) => {
      await takeTurnToJoin(tx);
      const stored: Change[] = [];
      for (const change of changes) {
        if (await saveChange(tx, change, { readingId: 'r', previousReadingId: null })) stored.push(change);
      }
      await enterDevelopments(tx, stored);
    });

  it('are one when several differs tell of one act at once, and each change is in it once', async () => {
    const rows = Array.from({ length: 8 }, (_, index) =>
      listed(`copy-${index}`, 'Aram Kocharyan', `2023-12-08T13:00:0${index}.000Z`),
    );
    await Promise.all([RULE, CODIFIED, ...rows].map((change) => enter(change)));
    await Promise.all(rows.map((change) => enter(change)));
    const [only, ...others] = await listDevelopments(store.session, {}, 10);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ changeCount: 10, sourceCount: 10 });
    const places = await listDevelopmentChanges(store.session, only?.developmentId ?? '');
    expect(places.filter((place) => place.confirmsChangeId === null)).toHaveLength(2);
  });

  it('are found again under an id from before they were joined', async () => {
    await enter(SCREENED);
    const before = developmentsOf([SCREENED])[0]?.developmentId ?? '';
    await enter(RULE);
    const found = await findDevelopment(store.session, before);
    expect(found?.developmentId).toBe(developmentsOf([SCREENED, RULE])[0]?.developmentId);
    expect(await listObligations(store.session, before)).toEqual([]);
    expect(await listReviewItems(store.session, { developmentId: before })).toEqual([]);
  });
});
