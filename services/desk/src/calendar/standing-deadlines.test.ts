import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type Store, saveChange } from '#store';
import { hikvision, requirementWidened } from '../../test/example-changes.ts';
import { createStandingDeadlines } from './standing-deadlines.ts';

const origin = { readingId: 'r', previousReadingId: null };

let store: Store;
beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  await saveChange(store.session, hikvision, origin);
});
afterAll(() => store.close());

it('works the dates out once for all who ask, also at the same time, and again when a change came', async () => {
  const standing = createStandingDeadlines();
  const [prepared, asked] = await Promise.all([standing.all(store.session), standing.all(store.session)]);
  expect(prepared.map(({ on }) => on)).toEqual(['2019-10-09']);
  expect(await standing.all(store.session)).toBe(prepared);
  expect(asked).toBe(prepared);

  const dates = { effectiveFrom: '2026-12-01' };
  await saveChange(store.session, { ...requirementWidened, dates }, origin);
  expect((await standing.all(store.session)).map(({ on }) => on)).toEqual(['2019-10-09', '2026-12-01']);
});
