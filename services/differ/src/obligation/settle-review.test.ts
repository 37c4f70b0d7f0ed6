import { afterEach, beforeEach, expect, it } from 'vitest';
import { listReviewItems, listTrail, openReviewItem, openStore, type Store } from '#store';
import { settleReview } from './settle-review.ts';

const BY = { tenantId: 'default', who: 'Aiko Mori', via: 'command line' };
let store: Store;

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  const about = { reviewItemId: 'r1', developmentId: 'd', kind: 'counts_differ', sourceId: 'us-csl' } as const;
  const open = { openedAt: '2026-01-01T00:00:00.000Z', state: 'open', closedAt: null, resolution: '' } as const;
  await openReviewItem(store.session, { ...about, ...open, because: 'announced: 28; on the list: 27' });
});
afterEach(() => store.close());

it('settles a review item once, and writes down who did and in which words', async () => {
  const ports = { store, now: () => new Date('2026-01-05T09:00:00.000Z') };
  expect(await settleReview(ports, 'r1', 'one entry was merged', BY)).toBe(true);
  expect(await settleReview(ports, 'r1', 'again', BY)).toBe(false);
  expect(await settleReview(ports, 'none', 'again', BY)).toBe(false);
  expect(await listReviewItems(store.session, {})).toMatchObject([
    { state: 'closed', resolution: 'one entry was merged' },
  ]);
  expect(await listTrail(store.session, 'default', {}, 10)).toMatchObject([
    {
      who: 'Aiko Mori',
      act: 'review_item.settled',
      subjectId: 'r1',
      fromState: 'open',
      toState: 'closed',
      detail: { resolution: 'one entry was merged' },
    },
  ]);
});
