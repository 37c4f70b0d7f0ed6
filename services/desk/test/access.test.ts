import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveToken } from '#store';
import {
  ADMIN_SESSION,
  ADMINISTRATOR,
  asAdmin,
  asReader,
  type DeskUnderTest,
  FORM_TOKEN,
  inBrowser,
  NOW,
  ORIGIN,
  openDesk,
  visit,
} from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

let open: DeskUnderTest;
let closed: DeskUnderTest;
beforeAll(async () => {
  open = await openDesk();
  closed = await openDesk({ openReading: false });
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

const READING = [
  '/',
  `/changes/${hikvision.changeId}`,
  '/digest/2026-11-23',
  '/sources',
  '/feed.atom',
  '/metrics',
  '/api/v1/changes',
  `/api/v1/changes/${hikvision.changeId}`,
  '/api/v1/digests/2026-11-23',
  '/api/v1/sources',
];
const TEAM = [
  '/subscriptions',
  '/deliveries',
  '/api/v1/subscriptions',
  '/api/v1/deliveries',
  '/api/v1/digests/2026-11-23?subscription=x',
];
const WRITES: [method: string, path: string, body: unknown][] = [
  ['POST', '/api/v1/subscriptions', { name: 'x', profile: { instruments: ['*'] }, channel: { kind: 'digest' } }],
  ['DELETE', '/api/v1/subscriptions/none', undefined],
  ['POST', '/api/v1/deliveries/d1/replay', undefined],
  ['POST', '/api/v1/readings/reading-held/release', undefined],
  ['GET', '/api/v1/subscriptions/export', undefined],
];

describe('who may do what', () => {
  it.each(READING)('%s is open to everybody where reading is open, else only to a key', async (path) => {
    expect((await open.get(path)).status).toBe(200);
    expect((await closed.get(path)).status).toBe(401);
    expect((await closed.get(path, asReader)).status).toBe(200);
  });

  it.each(TEAM)('%s is never open', async (path) => {
    expect((await open.get(path)).status).toBe(401);
    expect([200, 404]).toContain((await open.get(path, asReader)).status);
  });

  it.each(WRITES)('%s %s needs the scope admin', async (method, path, body) => {
    expect((await open.send(method, path, body)).status).toBe(401);
    expect((await open.send(method, path, body, asReader)).status).toBe(403);
    expect((await open.send(method, path, body, asAdmin)).status).not.toBeOneOf([401, 403]);
  });

  it('refuses a wrong key even where reading is open, and says how to authenticate', async () => {
    const answer = await open.get('/api/v1/changes', { authorization: 'Bearer wrong' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect((await open.get('/api/v1/changes', { authorization: 'Basic YTpi' })).status).toBe(401);
  });

  it('answers a person with a page and a program with a problem document', async () => {
    expect((await open.get('/subscriptions')).headers.get('content-type')).toContain('text/html');
    expect((await open.get('/api/v1/subscriptions')).headers.get('content-type')).toBe('application/problem+json');
  });

  it('lets nobody in with an expired session', async () => {
    await saveToken(open.store.session, {
      ...ADMINISTRATOR,
      token: 'old',
      kind: 'session',
      expiresAt: '2026-11-24T08:59:59.000Z',
    });
    expect((await open.get('/subscriptions', { cookie: 'redline_session=old' })).status).toBe(401);
  });
});

describe('the one-time login link', () => {
  const link = async (desk: DeskUnderTest, token: string) => {
    const expiresAt = new Date(NOW.getTime() + 60_000).toISOString();
    await saveToken(desk.store.session, { ...ADMINISTRATOR, token, kind: 'login', expiresAt });
    return `/login/${token}`;
  };

  it('is not spent by looking at it, and works once', async () => {
    const path = await link(open, 'login-1');
    expect(await (await open.get(path)).text()).toContain('<button>');
    await open.get(path);
    const { body, headers } = await visit(open, path);
    const first = await open.send('POST', path, body, headers);
    expect(first.status).toBe(303);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^redline_session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await open.get('/subscriptions', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
    expect((await open.send('POST', path, body, headers)).status).toBe(401);
  });

  it('sets cookies that travel over https alone where readers come by https', async () => {
    const desk = await openDesk({ publicUrl: 'https://desk.test' });
    const path = await link(desk, 'login-s');
    expect((await desk.get(path)).headers.get('set-cookie')).toMatch(/^redline_visitor=[^;]+; .*Secure/);
    const { body, headers } = await visit(desk, path);
    const answer = await desk.send('POST', path, body, headers);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Strict$/);
    await desk.close();
  });

  it('cannot be spent by another site', async () => {
    const path = await link(open, 'login-2');
    const { body, headers } = await visit(open, path);
    const post = (form: string, more: Record<string, string>) => open.send('POST', path, form, { ...headers, ...more });
    expect((await post(body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('', {})).status).toBe(403);
    expect((await post(body, { cookie: 'redline_visitor=of-the-attacker' })).status).toBe(403);
    expect((await post(body, {})).status).toBe(303);
  });

  it('opens a session that signing out ends everywhere', async () => {
    const path = await link(open, 'login-3');
    const visited = await visit(open, path);
    const answer = await open.send('POST', path, visited.body, visited.headers);
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await (await open.get('/', { cookie })).text();
    const formToken = /name="formToken" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, cookie };
    expect((await open.send('POST', '/logout', `formToken=${formToken}`, form)).status).toBe(303);
    expect((await open.get('/subscriptions', { cookie })).status).toBe(401);
  });
});

describe('forms of a session', () => {
  const form = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
  const release = '/readings/reading-held/release';

  it('are taken with the token of the form', async () => {
    const before = open.released.length;
    const answer = await open.send('POST', release, `reason=moved&formToken=${FORM_TOKEN}`, form);
    expect(answer.status).toBe(303);
    expect(open.released).toHaveLength(before + 1);
  });

  it.each([
    ['without the token', '', form],
    ['with another token', `formToken=${'0'.repeat(64)}`, form],
    ['from another site', `reason=moved&formToken=${FORM_TOKEN}`, { ...form, 'sec-fetch-site': 'cross-site' }],
    [
      'from another origin',
      `formToken=${FORM_TOKEN}`,
      { 'content-type': form['content-type'], cookie: inBrowser.cookie, origin: 'https://evil.example' },
    ],
    ['from nowhere', `formToken=${FORM_TOKEN}`, { 'content-type': form['content-type'], cookie: inBrowser.cookie }],
  ])('are refused %s', async (_how, body, headers) => {
    const before = open.released.length;
    expect((await open.send('POST', release, body, headers)).status).toBe(403);
    expect(open.released).toHaveLength(before);
  });

  it('also guard the API when a browser session calls it', async () => {
    const foreign = { cookie: `redline_session=${ADMIN_SESSION}`, 'sec-fetch-site': 'cross-site' };
    expect((await open.send('DELETE', '/api/v1/subscriptions/none', undefined, foreign)).status).toBe(403);
  });
});
