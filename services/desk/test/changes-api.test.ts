import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAlert, saveChange } from '#store';
import { asReader, type DeskUnderTest, openDesk, subscribed } from './desk-under-test.ts';
import { EXAMPLE_CHANGES, hikvision, requirementWidened } from './example-changes.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
  await subscribed(desk, 'id-9');
  await saveAlert(desk.store.session, {
    alertId: 'alert-1',
    changeId: hikvision.changeId,
    subscriptionId: 'id-9',
    impact: { score: 100, band: 'critical', labels: [], reasons: [] },
    raisedAt: '2026-11-23T12:00:06.000Z',
  });
});
afterAll(() => desk.close());

interface Page {
  readonly changes: readonly { readonly changeId: string }[];
  readonly next: string;
  readonly more: boolean;
}

const page = async (query: string): Promise<Page> => (await desk.get(`/api/v1/changes${query}`)).json();

describe('GET /changes', () => {
  it('hands out every change once, in order of detection, whatever the page size', async () => {
    for (const limit of [1, 2, 3, 500]) {
      const seen: string[] = [];
      let cursor = '';
      for (let more = true; more; ) {
        const one = await page(`?limit=${limit}${cursor}`);
        seen.push(...one.changes.map((change) => change.changeId));
        cursor = `&after=${one.next}`;
        more = one.more;
      }
      expect(seen).toEqual(EXAMPLE_CHANGES.map((change) => change.changeId));
    }
  });

  it('gives a cursor at the end that finds what comes later', async () => {
    const { next, more } = await page('');
    expect(more).toBe(false);
    expect(await page(`?after=${next}`)).toEqual({ changes: [], next, more: false });
    const later = { ...requirementWidened, changeId: 'f'.repeat(64) };
    await saveChange(desk.store.session, later, { readingId: 'r', previousReadingId: null });
    expect((await page(`?after=${next}`)).changes).toEqual([later]);
    await desk.store.session.deleteFrom('changes').where('changeId', '=', later.changeId).execute();
  });

  it('filters by type, source and instrument', async () => {
    expect((await page('?type=country.added')).changes).toHaveLength(1);
    expect((await page('?source=jp-meti-news')).changes).toHaveLength(1);
    expect((await page('?instrument=US-EL')).changes).toHaveLength(4);
  });

  it.each(['?after=abc', '?after=YzE6LTE', '?limit=0', '?limit=501', '?type=entity.eaten', '?soruce=x'])(
    'refuses %s and says which part is wrong',
    async (query) => {
      const answer = await desk.get(`/api/v1/changes${query}`);
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors[0].field).toBe(query.slice(1).split('=')[0]);
    },
  );
});

describe('GET /changes/{id}', () => {
  it('gives evidence and links to everyone, alerts only to a key', async () => {
    const path = `/api/v1/changes/${hikvision.changeId}`;
    const open = await (await desk.get(path)).json();
    expect(open.change).toEqual(hikvision);
    expect(open.links.official).toBe(hikvision.evidence[0]?.officialUrl);
    expect(open.alerts).toBeUndefined();
    const known = await (await desk.get(path, asReader)).json();
    expect(known.alerts).toMatchObject([{ alertId: 'alert-1', subscriptionId: 'id-9', impact: { score: 100 } }]);
  });

  it('answers 404 for an unknown id', async () => {
    expect((await desk.get('/api/v1/changes/none')).status).toBe(404);
  });
});
