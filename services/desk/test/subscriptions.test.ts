import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSubscription } from '#store';
import { asAdmin, type DeskUnderTest, openDesk } from './desk-under-test.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const wanted = {
  name: 'Fab suppliers',
  channel: { kind: 'webhook', url: 'https://hooks.example.com/redline' },
  profile: {
    org: 'Example Fab',
    instruments: ['US-EL*'],
    items: [{ scheme: 'ECCN', pattern: '3A090.a' }],
    counterparties: [{ name: 'Hikvision', country: 'CN' }],
  },
};

const post = (body: unknown) => desk.send('POST', '/api/v1/subscriptions', body, asAdmin);

describe('POST /subscriptions', () => {
  it('answers 201 with an id and the signing secret, and never shows the secret again', async () => {
    const created = await post(wanted);
    expect(created.status).toBe(201);
    const body = await created.json();
    expect(body).toMatchObject({ name: 'Fab suppliers', cadence: 'immediate', status: 'active' });
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/=]{40,}$/);
    const again = await (await desk.get(`/api/v1/subscriptions/${body.id}`, asAdmin)).text();
    const all = await (await desk.get('/api/v1/subscriptions', asAdmin)).text();
    expect(`${again}${all}`).not.toContain('whsec_');
  });

  it('completes the profile, encrypts it, and hears only what comes after the head of the log', async () => {
    const { id } = await (await post(wanted)).json();
    const stored = await findSubscription(desk.store.session, desk.ports.sealer, id);
    expect(stored?.profile).toMatchObject({ timeZone: 'UTC', languages: ['en'], hsCodes: [], minBand: 'low' });
    expect(stored?.profile.counterparties[0]).toEqual({ name: 'Hikvision', aliases: [], country: 'CN' });
    expect(stored?.hearsAfterPosition).toBe(41);
    const rows = await desk.store.session.selectFrom('subscriptions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('Hikvision');
  });

  it('makes no secret for a digest, which is read daily', async () => {
    const body = await (await post({ ...wanted, channel: { kind: 'digest' } })).json();
    expect(body).toMatchObject({ cadence: 'daily', channel: { kind: 'digest' } });
    expect(body.secret).toBeUndefined();
  });

  it('refuses a webhook that leads into a private network, before anything is saved', async () => {
    const before = (await (await desk.get('/api/v1/subscriptions', asAdmin)).json()).subscriptions.length;
    const refused = await post({ ...wanted, channel: { kind: 'webhook', url: 'http://10.0.0.7/hook' } });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      type: 'urn:redline:problem:address_refused',
      errors: [{ field: 'channel.url', message: expect.stringContaining('private or internal network') }],
    });
    expect((await (await desk.get('/api/v1/subscriptions', asAdmin)).json()).subscriptions).toHaveLength(before);
  });

  it.each([
    [
      'an item of no known shape',
      { profile: { ...wanted.profile, items: [{ scheme: 'ECCN', pattern: 'chips' }] } },
      'profile.items[0].pattern: is not an ECCN',
    ],
    [
      'a misspelled field',
      { profile: { ...wanted.profile, counterpartys: [] } },
      'profile.counterpartys: is not a known field',
    ],
    ['a missing name', { name: undefined }, 'name: is missing'],
    ['a number for text', { name: 7 }, 'name: must be text'],
    [
      'an unknown role',
      { profile: { ...wanted.profile, roles: ['pirate'] } },
      'profile.roles[0]: must be one of: exporter',
    ],
    [
      'an invented time zone',
      { profile: { ...wanted.profile, timeZone: 'Mars/Olympus' } },
      'profile.timeZone: is not the name of a time zone',
    ],
    ['a profile that names nothing', { profile: { org: 'x' } }, 'profile: names nothing to watch'],
    [
      'a file address',
      { channel: { kind: 'webhook', url: 'file:///etc/passwd' } },
      'channel.url: must be a web address',
    ],
    [
      'a password in the address',
      { channel: { kind: 'webhook', url: 'https://a:b@example.com' } },
      'channel.url: must be a web address',
    ],
    ['a channel of no known kind', { channel: { kind: 'pigeon' } }, 'channel'],
    [
      'an empty list of destinations that is no list',
      { profile: { ...wanted.profile, destinations: 'CN' } },
      'profile.destinations: must be a list',
    ],
  ])('refuses %s and names the field', async (_what, change, message) => {
    const refused = await post({ ...wanted, ...change });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const problem = await refused.json();
    expect(problem.detail).toContain(message);
    expect(problem.errors.length).toBeGreaterThan(0);
  });
});

describe('DELETE /subscriptions/{id}', () => {
  it('disables and keeps it readable', async () => {
    const { id } = await (await post(wanted)).json();
    expect((await desk.send('DELETE', `/api/v1/subscriptions/${id}`, undefined, asAdmin)).status).toBe(204);
    expect(await (await desk.get(`/api/v1/subscriptions/${id}`, asAdmin)).json()).toMatchObject({ status: 'disabled' });
  });

  it('answers 404 for one that never was', async () => {
    expect((await desk.send('DELETE', '/api/v1/subscriptions/none', undefined, asAdmin)).status).toBe(404);
  });
});

describe('POST /subscriptions/preview', () => {
  it('counts what the profile would have been told in 30, 90 and 365 days, and saves nothing', async () => {
    const profile = { counterparties: [{ name: 'Hikvision' }] };
    const before = await (await desk.get('/api/v1/subscriptions', asAdmin)).json();
    const answer = await desk.send('POST', '/api/v1/subscriptions/preview', { profile }, asAdmin);
    expect(answer.status).toBe(200);
    const preview = await answer.json();
    expect(preview.windows.map((window: { days: number }) => window.days)).toEqual([30, 90, 365]);
    expect(preview.windows[0]).toMatchObject({ detected: 5, matched: 1, toldPerWeek: 0.2, matchedPerWeek: 0.2 });
    const [, , year] = preview.windows;
    expect(Object.values(year.byBand as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(year.matched);
    expect(preview.matches[0].change.subject.label).toBe('Hikvision');
    expect(preview.matches[0].impact.reasons.length).toBeGreaterThan(0);
    expect(await (await desk.get('/api/v1/subscriptions', asAdmin)).json()).toEqual(before);
  });
});
