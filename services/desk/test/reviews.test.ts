import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewOf } from '#domain';
import { listReviewEntries, saveAlert, saveApiKey, saveTenant, settleReviewItem } from '#store';
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
import { EXAMPLE_CHANGES, hikvision } from './example-changes.ts';
import { DEVELOPMENT_ID, exampleDevelopment } from './example-development.ts';

const [, second] = EXAMPLE_CHANGES;
const form = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
const asTheirs = { authorization: 'Bearer key-of-the-others' };
let desk: DeskUnderTest;

beforeEach(async () => {
  desk = await openDesk();
  await subscribed(desk, 's1');
  await alerted(hikvision.changeId, '2026-11-20T12:00:00.000Z');
});
afterEach(() => desk.close());

async function alerted(changeId: string, raisedAt: string, subscriptionId = 's1', score = 82): Promise<void> {
  const impact = { score, band: score > 80 ? ('critical' as const) : ('low' as const), labels: [], reasons: [] };
  const alertId = `${subscriptionId} ${changeId}`;
  await saveAlert(desk.store.session, { alertId, changeId, subscriptionId, impact, raisedAt });
}

const act = (body: object, changeId = hikvision.changeId, headers = asAdmin) =>
  desk.send('POST', `/api/v1/changes/${changeId}/reviews`, body, headers);
const reviews = async (query = '', headers: Record<string, string> = asAdmin) =>
  (await desk.get(`/api/v1/reviews${query}`, headers)).json();
const submit = (path: string, fields: Record<string, string>) =>
  desk.send('POST', path, new URLSearchParams({ ...fields, formToken: FORM_TOKEN }).toString(), form);

describe('the review desk', () => {
  it('holds every change that alerted the tenant, once, with its most urgent alert and its age', async () => {
    await subscribed(desk, 's2');
    await alerted(hikvision.changeId, '2026-11-21T12:00:00.000Z', 's2', 12);
    const { reviews: items, total } = await reviews();
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        kind: 'change',
        id: hikvision.changeId,
        since: '2026-11-20T12:00:00.000Z',
        ageInDays: 3,
        score: 82,
        band: 'critical',
        alerts: 2,
        review: { state: 'open', assignee: null },
      },
    ]);
  });

  it('holds what does not agree between sources, until it is settled for all or ended by the tenant', async () => {
    await exampleDevelopment(desk.store, [hikvision]);
    expect((await reviews()).reviews.map((one: { id: string }) => one.id)).toEqual([hikvision.changeId, 'r1']);
    const ended = { act: 'not_relevant', text: 'the list has a merged entry' };
    expect((await desk.send('POST', '/api/v1/review-items/r1/reviews', ended, asAdmin)).status).toBe(201);
    expect((await reviews()).total).toBe(1);
    const [item] = (await reviews('?state=not_relevant')).reviews;
    expect(item).toMatchObject({ id: 'r1', title: expect.stringContaining('27 entries'), sourceId: 'us-csl' });
    await desk.send('POST', '/api/v1/review-items/r1/reviews', { act: 'reopened' }, asAdmin);
    expect((await reviews()).total).toBe(2);
    await settleReviewItem(desk.store.session, 'r1', { closedAt: NOW.toISOString(), resolution: 'x' });
    expect((await reviews()).total).toBe(1);
  });

  it('keeps where an item stands as the fold over its trail', async () => {
    await act({ act: 'assigned', assignee: 'Aiko Mori' });
    await act({ act: 'commented', text: 'no open orders' });
    const { review } = await (await act({ act: 'not_relevant', text: 'no business there' })).json();
    const subject = { kind: 'change', id: hikvision.changeId } as const;
    expect(reviewOf(await listReviewEntries(desk.store.session, 'default', subject))).toEqual(review);
    expect(review).toMatchObject({ state: 'not_relevant', assignee: 'Aiko Mori', comments: 1 });
    const { entries } = await (await desk.get('/api/v1/audit', asAdmin)).json();
    expect(
      entries.map((one: Record<string, unknown>) => [one.who, one.via, one.act, one.fromState, one.toState]),
    ).toEqual([
      ['admin', 'key k1', 'review.assigned', 'open', 'open'],
      ['admin', 'key k1', 'review.commented', 'open', 'open'],
      ['admin', 'key k1', 'review.not_relevant', 'open', 'not_relevant'],
    ]);
  });

  it('refuses a reason left out, a second end, and what is not there; a reader changes nothing', async () => {
    expect((await act({ act: 'not_relevant' })).status).toBe(422);
    expect((await act({ act: 'acknowledged' })).status).toBe(201);
    const again = await act({ act: 'acknowledged' });
    expect(again.status).toBe(409);
    expect((await again.json()).detail).toContain('reopen it first');
    expect((await act({ act: 'acknowledged' }, 'nothing')).status).toBe(404);
    expect((await act({ act: 'commented', text: 'x' }, hikvision.changeId, asReader)).status).toBe(403);
    expect((await (await desk.get('/api/v1/audit', asAdmin)).json()).entries).toHaveLength(1);
  });

  it('finds the items of one person, of nobody and of anybody', async () => {
    if (!second) throw new Error('the example is gone');
    await alerted(second.changeId, '2026-11-22T12:00:00.000Z');
    await act({ act: 'assigned', assignee: 'Jun Sato' });
    const ids = async (query: string) => (await reviews(query)).reviews.map((one: { id: string }) => one.id);
    expect(await ids('?assignee=Jun+Sato')).toEqual([hikvision.changeId]);
    expect(await ids('?assignee=')).toEqual([second.changeId]);
    expect(await ids('')).toEqual([hikvision.changeId, second.changeId]);
  });

  it('ends all open items of one development at once, and nothing beside them', async () => {
    if (!second) throw new Error('the example is gone');
    await alerted(second.changeId, '2026-11-22T12:00:00.000Z');
    await exampleDevelopment(desk.store, [hikvision]);
    const path = `/api/v1/developments/${DEVELOPMENT_ID}/reviews`;
    const answer = await desk.send('POST', path, { act: 'acknowledged', text: 'read' }, asAdmin);
    expect(await answer.json()).toEqual({ items: 2 });
    expect((await reviews()).reviews.map((one: { id: string }) => one.id)).toEqual([second.changeId]);
  });

  it('shows another tenant nothing of it, neither on the change nor in the list nor in the trail', async () => {
    await saveTenant(desk.store.session, { tenantId: 'chips', name: 'chips', createdAt: NOW.toISOString() });
    const key = { tenantId: 'chips', keyId: 'kc', name: 'theirs', token: 'key-of-the-others' };
    await saveApiKey(desk.store.session, { ...key, scopes: ['admin'], createdAt: NOW.toISOString() });
    await act({ act: 'commented', text: 'Quorvane ships to them' });
    for (const path of [`/changes/${hikvision.changeId}`, '/reviews', '/audit', '/api/v1/audit', '/api/v1/audit.csv']) {
      expect(await (await desk.get(path, asAdmin)).text(), path).toContain(
        path === '/reviews' ? 'Hikvision' : 'Quorvane',
      );
      expect(await (await desk.get(path, asTheirs)).text(), path).not.toContain('Quorvane');
    }
    expect(await (await desk.get(`/changes/${hikvision.changeId}`)).text()).not.toContain('Quorvane');
    expect((await reviews('', asTheirs)).total).toBe(0);
  });
});

describe('the pages of the review desk', () => {
  it('work by forms alone: pick, acknowledge, and find it ended', async () => {
    const page = await (await desk.get('/reviews', inBrowser)).text();
    expect(page).toContain(`name="pick.change.${hikvision.changeId}"`);
    const done = await submit('/reviews', { [`pick.change.${hikvision.changeId}`]: 'on', act: 'acknowledged' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/reviews']);
    expect(await (await desk.get('/reviews', inBrowser)).text()).toContain('Nothing waits here');
    expect(await (await desk.get('/reviews?state=acknowledged', inBrowser)).text()).toContain('Hikvision');
  });

  it('go on where the page before ended, and lead back', async () => {
    if (!second) throw new Error('the example is gone');
    await alerted(second.changeId, '2026-11-22T12:00:00.000Z');
    const page = await (await desk.get('/reviews?skip=1&state=open', inBrowser)).text();
    expect(page).toContain('2 to 2 are shown');
    expect(page).toContain(`name="pick.change.${second.changeId}"`);
    expect(page).not.toContain(`name="pick.change.${hikvision.changeId}"`);
    expect(page).toContain('<a href="/reviews?state=open">Oldest</a>');
  });

  it('show on a change where it stands and what was done, and take the next act', async () => {
    const path = `/changes/${hikvision.changeId}`;
    await submit(`${path}/reviews`, { act: 'assigned', assignee: 'Aiko Mori' });
    const refused = await submit(`${path}/reviews`, { act: 'not_relevant', text: ' ' });
    expect(refused.status).toBe(422);
    await submit(`${path}/reviews`, { act: 'not_relevant', text: '<b>not ours</b>' });
    const page = await (await desk.get(path, inBrowser)).text();
    expect(page).toContain('gave it to Aiko Mori');
    expect(page).toContain('&lt;b&gt;not ours&lt;/b&gt;');
    expect(page).toContain('Reopen');
  });

  it('acknowledge a whole development by one button', async () => {
    await exampleDevelopment(desk.store, [hikvision]);
    expect(await (await desk.get('/reviews', inBrowser)).text()).toContain('Acknowledge all 2');
    await submit(`/developments/${DEVELOPMENT_ID}/reviews`, { act: 'acknowledged' });
    expect((await reviews()).total).toBe(0);
  });
});

describe('the tables to take along', () => {
  it('are RFC 4180, and hold no text that a spreadsheet would run', async () => {
    await act({ act: 'not_relevant', text: '=HYPERLINK("https://evil.example","a, ""b""")' });
    const answer = await desk.get('/api/v1/reviews.csv?state=not_relevant', asAdmin);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="redline-reviews.csv"');
    const [header, row, end] = (await answer.text()).split('\r\n');
    expect(header).toMatch(/^"kind","id","title",/);
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"",""a, """"b"""""")"`);
    expect(end).toBe('');
    expect(await (await desk.get('/api/v1/audit.csv', asAdmin)).text()).toContain('"review.not_relevant"');
  });
});

describe('the audit trail', () => {
  it('names who made and revoked a key, subscribed, released and sent again', async () => {
    await desk.send('POST', '/api/v1/keys', { name: 'CI', scopes: ['read'] }, asAdmin);
    await desk.send('DELETE', '/api/v1/keys/k2', undefined, asAdmin);
    const wanted = { name: 'x', profile: { instruments: ['*'] }, channel: { kind: 'digest' } };
    const { id } = await (await desk.send('POST', '/api/v1/subscriptions', wanted, asAdmin)).json();
    await desk.send('PUT', `/api/v1/subscriptions/${id}/cadence`, { cadence: 'weekly' }, asAdmin);
    await desk.send('DELETE', `/api/v1/subscriptions/${id}`, undefined, asAdmin);
    await submit('/access/links', { name: 'Jun Sato', role: 'reader' });
    const { entries } = await (await desk.get('/api/v1/audit', asAdmin)).json();
    expect(
      entries.map((one: Record<string, string>) => `${one.who}: ${one.act} ${one.fromState}>${one.toState}`),
    ).toEqual([
      'admin: key.created >in force',
      'admin: key.revoked in force>revoked',
      'admin: subscription.created >active',
      'admin: subscription.cadence_changed daily>weekly',
      'admin: subscription.disabled active>disabled',
      'Mika: link.created >unused',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/redline_|token-\d/);
  });

  it('shows that it was tampered with, in the API and on its page', async () => {
    await act({ act: 'acknowledged' });
    await act({ act: 'reopened' });
    const intact = await (await desk.get('/api/v1/audit/verification', asAdmin)).json();
    expect(intact).toMatchObject({ intact: true, entries: 2, head: { sequence: 2 } });
    await desk.store.session
      .updateTable('auditTrail')
      .set({ who: 'somebody else' })
      .where('sequence', '=', 1)
      .execute();
    const broken = await (await desk.get('/api/v1/audit/verification', asAdmin)).json();
    expect(broken).toMatchObject({ intact: false, brokenAt: 1, because: 'what it says does not give its hash' });
    expect(await (await desk.get('/audit', inBrowser)).text()).toContain('tampered with: at entry 1');
  });

  it('shows that its end was cut off to whoever noted the end', async () => {
    await act({ act: 'acknowledged' });
    await act({ act: 'reopened' });
    const { head } = await (await desk.get('/api/v1/audit/verification', asAdmin)).json();
    await desk.store.session.deleteFrom('auditTrail').where('sequence', '=', 2).execute();
    const noted = `?expect=${head.sequence}:${head.hash}`;
    expect(await (await desk.get(`/api/v1/audit/verification${noted}`, asAdmin)).json()).toMatchObject({
      intact: false,
      brokenAt: 2,
    });
  });
});
