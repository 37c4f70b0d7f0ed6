import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asAdmin, type DeskUnderTest, FORM_TOKEN, inBrowser, openDesk, visit } from './desk-under-test.ts';

let desk: DeskUnderTest;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00.000Z');
  desk = await openDesk({ now: () => now });
});
afterEach(() => desk.close());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

async function made(scopes: readonly string[], name = 'CI'): Promise<{ id: string; key: string }> {
  const answer = await desk.send('POST', '/api/v1/keys', { name, scopes }, asAdmin);
  expect(answer.status).toBe(201);
  return answer.json();
}

const listed = async (id: string) =>
  (await (await desk.get('/api/v1/keys', asAdmin)).json()).keys.find((key: { id: string }) => key.id === id);

async function signInWith(key: string) {
  const { body, headers } = await visit(desk, '/login');
  const answer = await desk.send('POST', '/login', `${body}&key=${encodeURIComponent(key)}`, headers);
  const session = /redline_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
  return { answer, session };
}

describe('keys', () => {
  it('are shown once, stored as hashes, and open what their scopes name', async () => {
    const { id, key } = await made(['deliveries']);
    expect(key).toMatch(/^redline_/);
    expect(await listed(id)).toEqual({
      id,
      name: 'CI',
      scopes: ['deliveries'],
      createdAt: now.toISOString(),
      lastUsedAt: null,
      revokedAt: null,
    });
    const rows = await desk.store.session.selectFrom('apiKeys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
    expect((await desk.get('/api/v1/deliveries', bearer(key))).status).toBe(200);
    expect((await desk.get('/api/v1/subscriptions', bearer(key))).status).toBe(403);
  });

  it('that open an area show nothing of what the open pages show a reader beside it', async () => {
    const { key } = await made(['deliveries']);
    expect((await desk.get('/digest/2026-11-23?subscription=any', bearer(key))).status).toBe(403);
    const change = (await (await desk.get('/api/v1/changes', bearer(key))).json()).changes[0];
    const detail = await (await desk.get(`/api/v1/changes/${change.changeId}`, bearer(key))).json();
    expect(detail.alerts).toBeUndefined();
  });

  it('note their last use, at most once a minute', async () => {
    const { id, key } = await made(['read']);
    const used = async (after: number) => {
      now = new Date(now.getTime() + after);
      await desk.get('/api/v1/changes', bearer(key));
      return (await listed(id)).lastUsedAt;
    };
    expect(await used(1_000)).toBe('2026-11-24T09:00:01.000Z');
    expect(await used(59_999)).toBe('2026-11-24T09:00:01.000Z');
    expect(await used(1)).toBe('2026-11-24T09:01:01.000Z');
  });

  it('end at once when revoked, with every session opened with them', async () => {
    const { id, key } = await made(['read']);
    const { session } = await signInWith(key);
    expect((await desk.get('/subscriptions', { cookie: session })).status).toBe(200);
    expect((await desk.send('DELETE', `/api/v1/keys/${id}`, undefined, asAdmin)).status).toBe(204);
    expect((await desk.get('/api/v1/changes', bearer(key))).status).toBe(401);
    expect((await desk.get('/subscriptions', { cookie: session })).status).toBe(401);
    expect((await listed(id)).revokedAt).toBe(now.toISOString());
    expect((await desk.send('DELETE', '/api/v1/keys/none', undefined, asAdmin)).status).toBe(404);
  });

  it.each([
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['everything'] }, 'scopes[0]'],
    [{ name: ' ', scopes: ['read'] }, 'name'],
  ])('are not made from %j', async (body, field) => {
    const refused = await desk.send('POST', '/api/v1/keys', body, asAdmin);
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors[0].field).toBe(field);
  });
});

describe('signing in with a key', () => {
  it('opens a session that may what the key may, under its name', async () => {
    const { key } = await made(['review'], 'Aiko');
    const { answer, session } = await signInWith(key);
    expect(answer.status).toBe(303);
    const page = await (await desk.get('/', { cookie: session })).text();
    expect(page).toContain('Signed in as Aiko');
    expect(page).not.toContain('People and keys');
    expect(await (await desk.get('/readings/reading-held', { cookie: session })).text()).toContain(
      'Release this version',
    );
    expect((await desk.get('/access', { cookie: session })).status).toBe(403);
  });

  it('is refused for a key of single areas and for one that is not known', async () => {
    const { key } = await made(['subscriptions', 'deliveries']);
    expect((await signInWith(key)).answer.status).toBe(403);
    const wrong = await signInWith('no such key');
    expect(wrong.answer.status).toBe(401);
    expect(wrong.session).toBe('');
  });
});

describe('the page of people and keys', () => {
  const form = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
  const submit = (path: string, fields: Record<string, string>) =>
    desk.send('POST', path, new URLSearchParams({ formToken: FORM_TOKEN, ...fields }).toString(), form);
  const page = async () => (await desk.get('/access', inBrowser)).text();

  it('makes a key, shows it once and revokes it', async () => {
    const made = await submit('/access/keys', { name: 'Nightly', 'scope-read': 'on', 'scope-deliveries': 'on' });
    expect(made.status).toBe(201);
    const key = /redline_[\w-]+/.exec((await made.text()).replace(/redline_(session|visitor)/g, ''))?.[0] ?? '';
    expect((await desk.get('/api/v1/deliveries', bearer(key))).status).toBe(200);
    const list = await page();
    expect(list).toContain('Nightly');
    expect(list).not.toContain(key);
    const revoke =
      /action="(\/access\/keys\/[^"]+\/revoke)"[^>]*>[^>]*>\s*<button[^>]*aria-label="Revoke: Nightly"/.exec(
        list,
      )?.[1] ?? '';
    expect((await submit(revoke, {})).status).toBe(303);
    expect((await desk.get('/api/v1/deliveries', bearer(key))).status).toBe(401);
  });

  it('invites a person by a link and takes it back, or signs the person out', async () => {
    const made = await submit('/access/links', { name: 'Aiko', role: 'reviewer' });
    const link = /\/login\/[\w-]+/.exec(await made.text())?.[0] ?? '';
    const { body, headers } = await visit(desk, link);
    const session = (await desk.send('POST', link, body, headers)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await desk.get('/subscriptions', { cookie: session })).status).toBe(200);
    await submit('/access/links', { name: 'Ren', role: 'reader' });
    const list = await page();
    expect(list).toContain('a link that waits to be opened');
    for (const [, action = ''] of list.matchAll(
      /action="(\/access\/sessions\/[0-9a-f]+\/end)"[^>]*>[^>]*>\s*<button[^>]*: (?:Aiko|Ren)"/g,
    )) {
      expect((await submit(action, {})).status).toBe(303);
    }
    expect((await desk.get('/subscriptions', { cookie: session })).status).toBe(401);
    expect(await page()).not.toContain('Ren');
  });

  it('gives a refused form back with the reason', async () => {
    const refused = await submit('/access/keys', { name: 'x' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('scopes: ');
    expect((await submit('/access/links', { name: 'x', role: 'owner' })).status).toBe(422);
  });
});
