import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDigestCursor, findSubscription, saveApiKey, saveTenant } from '#store';
import { asAdmin, asReader, type DeskUnderTest, FORM_TOKEN, inBrowser, NOW, openDesk } from './desk-under-test.ts';

const WEBHOOK = { kind: 'webhook', url: 'https://hooks.example.com/a' };
const PROFILE = { org: 'Quorvane', instruments: ['US-EL'], keywords: ['lidar'], timeZone: 'Asia/Tokyo' };
let desk: DeskUnderTest;

beforeEach(async () => {
  desk = await openDesk();
  await desk.send('POST', '/api/v1/subscriptions', { name: 'Optics', profile: PROFILE, channel: WEBHOOK }, asAdmin);
});
afterEach(() => desk.close());

const stored = async () => {
  const found = await findSubscription(desk.store.session, desk.ports.sealer, 'id-1');
  if (!found) throw new Error('the subscription is gone');
  return found;
};
const put = (body: unknown, headers = asAdmin) => desk.send('PUT', '/api/v1/subscriptions/id-1', body, headers);
const page = async (path: string) => (await desk.get(path, inBrowser)).text();
const submit = (path: string, fields: Record<string, string>) =>
  desk.send('POST', path, new URLSearchParams({ ...fields, formToken: FORM_TOKEN }).toString(), {
    ...inBrowser,
    'content-type': 'application/x-www-form-urlencoded',
  });

/** What a browser would send back of the form on a page. */
function fieldsOn(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<form class="new"')).split('</form>')[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [, tag = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const [name, type, value] = ['name', 'type', 'value'].map((key) => new RegExp(`${key}="([^"]*)"`).exec(tag)?.[1]);
    const isBox = type === 'checkbox' || type === 'radio';
    if (name && (!isBox || / checked/.test(tag))) fields[name] = value ?? (isBox ? 'on' : '');
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea name="(\w+)"[^>]*>([^<]*)</g)) fields[name] = text;
  for (const [, name = '', options = ''] of form.matchAll(/<select name="(\w+)">(.*?)<\/select>/gs)) {
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  return fields;
}

describe('a subscription', () => {
  it('is said anew as a whole: it keeps its place, its state, the secret of its webhook and its digests', async () => {
    const before = await stored();
    const place = await findDigestCursor(desk.store.session, 'id-1');
    const quietHours = { from: '22:00', to: '06:00', overrideBand: 'critical' };
    const profile = { instruments: ['*'], minBand: 'high', quietHours };
    const channel = { ...WEBHOOK, url: 'https://hooks.example.com/b', maxPerMinute: 30, minBand: 'critical' };
    const body = { name: 'Optics Japan', profile, channel, cadence: 'weekly', collapse: true };
    const answer = await put({ ...body, digest: { at: '18:30', weekday: 'friday' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('secret');
    const after = await stored();
    expect(after).toMatchObject({ ...body, digest: { at: '18:30', weekday: 'friday' }, secret: before.secret });
    expect(after.profile.keywords).toEqual([]);
    expect([after.createdAt, after.hearsAfterPosition, after.status]).toEqual([before.createdAt, 41, 'active']);
    const moved = await findDigestCursor(desk.store.session, 'id-1');
    expect(moved).toEqual({ ...place, nextRunAt: '2026-11-27T18:30:00.000Z' });
  });

  it('is in the trail with the parts that were changed, and nothing of what stands in them', async () => {
    await put({ name: 'Optics', profile: { ...PROFILE, keywords: ['sonar'] }, channel: WEBHOOK, cadence: 'daily' });
    const { entries } = await (await desk.get('/api/v1/audit', asAdmin)).json();
    expect(entries.at(-1)).toMatchObject({
      act: 'subscription.edited',
      subjectId: 'id-1',
      detail: { changed: 'cadence, profile.keywords' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/sonar|lidar|hooks\.example/);
  });

  it('gets a secret when it becomes a webhook, shown this once, and loses it when it is none any more', async () => {
    const digest = { name: 'Optics', profile: PROFILE, channel: { kind: 'digest' } };
    await put(digest);
    expect(await stored()).not.toHaveProperty('secret');
    const { secret } = await (await put({ ...digest, channel: WEBHOOK })).json();
    expect(secret).toMatch(/^whsec_/);
    expect((await stored()).secret).toBe(secret);
  });

  it('keeps the address of an incoming webhook that is sent back as it was shown', async () => {
    const url = 'https://hooks.slack.com/services/T0/B0/secret';
    const slack = { name: 'Optics', profile: PROFILE, channel: { kind: 'slack', url } };
    const shown = await (await put(slack)).json();
    expect(shown.channel.url).toBe('https://hooks.slack.com/…');
    await put({ ...slack, name: 'Renamed', channel: { ...shown.channel, minBand: 'high' } });
    expect(await stored()).toMatchObject({ name: 'Renamed', channel: { kind: 'slack', url, minBand: 'high' } });
  });

  it('is left as it is by a reader, another tenant, a bad address and a profile that watches nothing', async () => {
    const before = await stored();
    const createdAt = NOW.toISOString();
    await saveTenant(desk.store.session, { tenantId: 'chips', name: 'chips', createdAt });
    const key = { tenantId: 'chips', keyId: 'kc', name: 'theirs', token: 'key-of-the-others', createdAt };
    await saveApiKey(desk.store.session, { ...key, scopes: ['admin'] });
    const body = { name: 'Taken', profile: PROFILE, channel: WEBHOOK };
    expect((await put(body, asReader)).status).toBe(403);
    expect((await put(body, { authorization: 'Bearer key-of-the-others' })).status).toBe(404);
    expect((await put({ ...body, channel: { ...WEBHOOK, url: 'http://10.0.0.1/' } })).status).toBe(422);
    expect((await put({ ...body, profile: {} })).status).toBe(422);
    expect(await stored()).toEqual(before);
  });
});

describe('the page on which a subscription is changed', () => {
  it('is filled with all it says, and saved as it is changes nothing', async () => {
    const before = await stored();
    const fields = fieldsOn(await page('/subscriptions/id-1/edit'));
    expect(fields).toMatchObject({ name: 'Optics', org: 'Quorvane', keywords: 'lidar', timeZone: 'Asia/Tokyo' });
    const answer = await submit('/subscriptions/id-1/edit', fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/subscriptions/id-1']);
    expect(await stored()).toEqual(before);
    const { entries } = await (await desk.get('/api/v1/audit', asAdmin)).json();
    expect(entries.at(-1)).toMatchObject({ act: 'subscription.edited', detail: { changed: '' } });
  });

  it('keeps that no country was declared, which is all of them, and the order of what was', async () => {
    const profile = { ...PROFILE, jurisdictions: [], languages: ['ja', 'en'], keywords: ['over\ntwo lines'] };
    await put({ name: 'Optics', profile, channel: WEBHOOK });
    const before = await stored();
    expect(before.profile).toMatchObject(profile);
    const fields = fieldsOn(await page('/subscriptions/id-1/edit'));
    expect(Object.keys(fields).filter((name) => name.startsWith('jurisdiction.'))).toEqual([]);
    await submit('/subscriptions/id-1/edit', fields);
    expect(await stored()).toEqual(before);
    await submit('/subscriptions/id-1/edit', { ...fields, 'jurisdiction.JP': 'on' });
    expect((await stored()).profile).toEqual({ ...before.profile, jurisdictions: ['JP'] });
  });

  it('shows what the changed profile would have been told, and saves nothing by that', async () => {
    const fields = fieldsOn(await page('/subscriptions/id-1/edit'));
    const answer = await submit('/subscriptions/id-1/edit/preview', {
      ...fields,
      instruments: '*',
      quietFrom: '22:00',
      quietTo: '06:00',
    });
    const text = await answer.text();
    expect(text).toContain('Preview: not saved yet');
    expect(text).toContain('save it with “Save”');
    expect(fieldsOn(text)).toMatchObject({ instruments: '*', quietFrom: '22:00', quietTo: '06:00' });
    expect((await stored()).profile.instruments).toEqual(['US-EL']);
  });

  it('gives a refused form back with reasons that name its fields as the page does', async () => {
    const fields = fieldsOn(await page('/subscriptions/id-1/edit'));
    const wrong = {
      quietFrom: '22:00',
      quietTo: '',
      destinations: 'China',
      items: 'ECCN none',
      investment: 'much; x; US',
    };
    const answer = await submit('/subscriptions/id-1/edit', { ...fields, ...wrong });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    for (const reason of [
      'Quiet hours until: is not a time of day',
      'Destinations, entry 1: is neither the code of a country in capital letters nor a country group; allowed is a list of two-letter country codes and country groups; for example CN, GROUP_A, D:1',
      'for example ECCN 3A090.a',
      'Stakes, entry 1: ',
    ])
      expect(text).toContain(reason);
    expect(text).not.toContain('for example [');
    expect((await stored()).profile.destinations).toEqual([]);
  });
});
