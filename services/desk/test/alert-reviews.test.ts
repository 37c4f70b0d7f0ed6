import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveAlert, saveApiKey, saveTenant } from '#store';
import {
  asAdmin,
  asReader,
  type DeskUnderTest,
  FORM_TOKEN,
  inBrowser,
  NOW,
  openDesk,
  subscribed,
} from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

const asTheirs = { authorization: 'Bearer key-of-the-others' };
let desk: DeskUnderTest;

beforeEach(async () => {
  desk = await openDesk();
  for (const [subscriptionId, score] of [
    ['s1', 82],
    ['s2', 12],
  ] as const) {
    await subscribed(desk, subscriptionId);
    const impact = { score, band: score > 80 ? ('critical' as const) : ('low' as const), labels: [], reasons: [] };
    const alert = { alertId: `alert-${subscriptionId}`, changeId: hikvision.changeId, subscriptionId, impact };
    await saveAlert(desk.store.session, { ...alert, raisedAt: '2026-11-20T12:00:00.000Z' });
  }
});
afterEach(() => desk.close());

const act = (body: object, alertId = 'alert-s1', headers = asAdmin) =>
  desk.send('POST', `/api/v1/alerts/${alertId}/reviews`, body, headers);
const actOnChange = (body: object) => desk.send('POST', `/api/v1/changes/${hikvision.changeId}/reviews`, body, asAdmin);
const reviews = async (query = '') => (await desk.get(`/api/v1/reviews${query}`, asAdmin)).json();
const idsOf = async (query = '') => (await reviews(query)).reviews.map((one: { id: string }) => one.id);
const read = async (alertId = 'alert-s1') => (await desk.get(`/api/v1/alerts/${alertId}`, asAdmin)).json();
const page = async (path: string) => (await desk.get(path, inBrowser)).text();

describe('an alert', () => {
  it('is assigned, commented and ended by itself; the other alert of its change and the change stay open', async () => {
    await act({ act: 'assigned', assignee: 'Aiko Mori' });
    await act({ act: 'commented', text: 'asked the plant in Suwa' });
    await act({ act: 'not_relevant', text: 'this plant sells nothing there' });
    expect(await read()).toMatchObject({
      alertId: 'alert-s1',
      subscriptionId: 's1',
      impact: { score: 82 },
      change: { changeId: hikvision.changeId },
      review: { state: 'not_relevant', assignee: 'Aiko Mori', because: 'this plant sells nothing there', comments: 1 },
      entries: [{ act: 'assigned' }, { act: 'commented', text: 'asked the plant in Suwa' }, { act: 'not_relevant' }],
      changeReview: { state: 'open' },
    });
    expect((await read('alert-s2')).review.state).toBe('open');
    expect((await reviews()).reviews).toMatchObject([
      { kind: 'change', id: hikvision.changeId, alerts: 1, score: 12, band: 'low' },
    ]);
    expect((await reviews('?state=not_relevant')).reviews).toMatchObject([
      { kind: 'alert', id: 'alert-s1', changeId: hikvision.changeId, subscription: { id: 's1' }, score: 82 },
    ]);
  });

  it('leaves the queue with the last open alert of its change, and brings the change back when it is reopened', async () => {
    await act({ act: 'acknowledged' });
    await act({ act: 'acknowledged' }, 'alert-s2');
    expect(await idsOf()).toEqual([]);
    await act({ act: 'reopened' }, 'alert-s2');
    expect(await idsOf()).toEqual([hikvision.changeId, 'alert-s2']);
  });

  it('is ended with its change where nobody took it up by itself, and says so', async () => {
    expect(await idsOf('?kind=alert')).toEqual(['alert-s1', 'alert-s2']);
    expect(await idsOf('?kind=alert&subscription=s2')).toEqual(['alert-s2']);
    await act({ act: 'assigned', assignee: 'Jun Sato' }, 'alert-s2');
    await actOnChange({ act: 'acknowledged' });
    expect(await idsOf('?kind=alert')).toEqual(['alert-s2']);
    expect(await page('/alerts/alert-s1')).toContain(
      'Its change was ended for all subscriptions: acknowledged by admin',
    );
  });

  it('refuses what does not fit, what is not there and who may not; each act is one line of the chained trail', async () => {
    expect((await act({ act: 'not_relevant' })).status).toBe(422);
    expect((await act({ act: 'acknowledged' }, 'alert-s9')).status).toBe(404);
    expect((await act({ act: 'commented', text: 'x' }, 'alert-s1', asReader)).status).toBe(403);
    expect((await act({ act: 'acknowledged' })).status).toBe(201);
    expect((await act({ act: 'acknowledged' })).status).toBe(409);
    const { entries } = await (await desk.get('/api/v1/audit', asAdmin)).json();
    expect(entries).toMatchObject([{ act: 'review.acknowledged', subjectKind: 'alert', subjectId: 'alert-s1' }]);
    const verdict = await (await desk.get('/api/v1/audit/verification', asAdmin)).json();
    expect(verdict).toMatchObject({ intact: true, entries: 1 });
    expect(await page('/audit')).toContain('<a href="/alerts/alert-s1">');
  });

  it('is nothing to another tenant', async () => {
    const createdAt = NOW.toISOString();
    await saveTenant(desk.store.session, { tenantId: 'chips', name: 'chips', createdAt });
    const key = { tenantId: 'chips', keyId: 'kc', name: 'theirs', token: 'key-of-the-others', createdAt };
    await saveApiKey(desk.store.session, { ...key, scopes: ['admin'] });
    for (const path of ['/api/v1/alerts/alert-s1', '/alerts/alert-s1'])
      expect((await desk.get(path, asTheirs)).status, path).toBe(404);
    expect((await act({ act: 'commented', text: 'x' }, 'alert-s1', asTheirs)).status).toBe(404);
    expect((await read()).entries).toEqual([]);
  });
});

describe('the pages of an alert', () => {
  it('take each act by a form of our own, and show it with its subscription, its change and in the table', async () => {
    const headers = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
    const submit = (fields: Record<string, string>) =>
      desk.send('POST', '/alerts/alert-s1/reviews', new URLSearchParams(fields).toString(), headers);
    expect((await submit({ act: 'acknowledged' })).status).toBe(403);
    const done = await submit({ act: 'not_relevant', text: '<b>not ours</b>', formToken: FORM_TOKEN });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/alerts/alert-s1#review']);
    for (const path of ['/alerts/alert-s1', '/subscriptions/s1', `/changes/${hikvision.changeId}`]) {
      expect(await page(path), path).toContain('Not relevant: “&lt;b&gt;not ours&lt;/b&gt;”');
    }
    const table = await (await desk.get('/api/v1/reviews.csv?state=not_relevant&kind=alert', asAdmin)).text();
    expect(table).toMatch(/"alert","alert-s1",.*"not_relevant".*"s1"/);
  });

  it('are found from the list of reviews, where several are picked at once', async () => {
    const list = await page('/reviews?kind=alert&subscription=s1');
    expect(list).toContain('href="/alerts/alert-s1#review"');
    expect(list).not.toContain('alert-s2');
    const headers = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
    const picked = { 'pick.alert.alert-s1': 'on', 'pick.alert.alert-s2': 'on', act: 'acknowledged' };
    const body = new URLSearchParams({ ...picked, formToken: FORM_TOKEN }).toString();
    expect((await desk.send('POST', '/reviews', body, headers)).status).toBe(303);
    expect(await page('/reviews')).toContain('Nothing waits here');
  });
});
