import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueDelivery, findSubscription, listSubscriptions, saveAlert } from '#store';
import { asAdmin, type DeskUnderTest, FORM_TOKEN, inBrowser, openDesk, subscribed } from './desk-under-test.ts';
import { foundationalInquiry, hikvision, koreaRestored, requirementWidened } from './example-changes.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const page = async (path: string, headers: Record<string, string> = inBrowser) =>
  (await desk.get(path, headers)).text();
const form = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
const submit = (path: string, fields: Record<string, string>) =>
  desk.send('POST', path, new URLSearchParams({ formToken: FORM_TOKEN, ...fields }).toString(), form);

describe('the list of changes', () => {
  it('shows newest first and leaves history out until asked', async () => {
    const list = await page('/changes');
    expect(list.indexOf('Foundational Technologies')).toBeLessThan(list.indexOf('Hikvision'));
    expect(list).not.toContain('Dahua');
    expect(await page('/changes?history=1')).toContain('Dahua');
  });

  it('finds by words in titles and quotes, country and instrument', async () => {
    expect(await page('/changes?text=foundational+technologies')).toContain(foundationalInquiry.changeId);
    expect(await page('/changes?text=foundational')).not.toContain(hikvision.changeId);
    expect(await page('/changes?jurisdiction=JP')).toContain(koreaRestored.changeId);
    expect(await page('/changes?jurisdiction=JP')).not.toContain(hikvision.changeId);
    expect(await page('/changes?instrument=US-EL')).not.toContain(koreaRestored.changeId);
  });

  it('says what was checked, and when, where there is nothing to show', async () => {
    const empty = await openDesk({ seeded: false });
    const text = await (await empty.get('/changes')).text();
    expect(text).toContain('Nothing found yet. 4 sources are watched; none has been checked yet.');
    await empty.close();
    const none = await page('/changes?text=zzzzzz');
    expect(none).toContain('No change matches these filters.');
    expect(none).toContain('the last check was 12 minutes ago');
  });
});

describe('the page of a change', () => {
  it('puts the redline side by side, marked so that it survives without colour', async () => {
    const text = await page(`/changes/${requirementWidened.changeId}`);
    expect(text).toMatch(/<del>\[-[^<]*CCL[^<]*-\]<\/del>/);
    expect(text).toMatch(/<ins>\[\+[^<]*subject to[^<]*\+\]<\/ins>/);
    expect(text).toContain('2026-11-22 12:00 UTC');
    expect(text).toContain('row 211');
  });

  it('names the language of a Japanese quote and links the official page first', async () => {
    const text = await page(`/changes/${koreaRestored.changeId}`);
    expect(text).toContain('<blockquote lang="ja"');
    expect(text.indexOf('laws.e-gov.go.jp/law/324CO0000000378')).toBeLessThan(text.indexOf('laws.e-gov.go.jp/api/2'));
  });

  it('warns that a proposal is not law and that its reading is unconfirmed', async () => {
    const text = await page(`/changes/${foundationalInquiry.changeId}`);
    expect(text).toContain('Advance notice, not law');
    expect(text).toContain('Unconfirmed parse');
    expect(text).toContain('<time datetime="2026-12-26">');
  });

  it('explains the impact on each subscription, but only to those who are signed in', async () => {
    const impact = {
      score: 100,
      band: 'critical',
      labels: [],
      reasons: [{ factor: 'relevance', value: 1, because: 'counterparty: exact name', evidenceRef: 0 }],
    } as const;
    await subscribed(desk, 'optics');
    await saveAlert(desk.store.session, {
      alertId: 'a',
      changeId: hikvision.changeId,
      subscriptionId: 'optics',
      impact,
      raisedAt: hikvision.detectedAt,
    });
    expect(await page(`/changes/${hikvision.changeId}`)).toContain('counterparty: exact name');
    expect(await page(`/changes/${hikvision.changeId}`, {})).not.toContain('counterparty: exact name');
  });
});

describe('the pages of a team', () => {
  it('subscribe from a form and show the secret once', async () => {
    const answer = await submit('/subscriptions', {
      name: 'From the form',
      kind: 'webhook',
      url: 'https://hooks.example.com/y',
      instruments: 'US-EL, JP-*',
      items: '3A090.a\r\nJP_T1 7の項(16)',
      counterparties: 'Hikvision; Hangzhou Hikvision; CN',
      minBand: 'high',
    });
    expect(answer.status).toBe(201);
    expect(await answer.text()).toMatch(/whsec_[A-Za-z0-9+/=]+/);
    const stored = await findSubscription(desk.store.session, desk.ports.sealer, 'id-1');
    expect(stored?.profile).toMatchObject({
      instruments: ['US-EL', 'JP-*'],
      items: [
        { scheme: 'ECCN', pattern: '3A090.a' },
        { scheme: 'JP_T1', pattern: '7の項(16)' },
      ],
      counterparties: [{ name: 'Hikvision', aliases: ['Hangzhou Hikvision'], country: 'CN' }],
      minBand: 'high',
    });
    expect(await page('/subscriptions')).not.toContain('whsec_');
  });

  it('take from the form how and when the channel is told', async () => {
    const answer = await submit('/subscriptions', {
      name: 'Slow and gathered',
      kind: 'webhook',
      url: 'https://hooks.example.com/z',
      instruments: '*',
      format: 'cloudevents',
      maxPerMinute: '30',
      channelMinBand: 'high',
      cadence: 'weekly',
      at: '18:30',
      weekday: 'friday',
      collapse: 'yes',
    });
    expect(answer.status).toBe(201);
    const all = await listSubscriptions(desk.store.session, desk.ports.sealer, 'default');
    expect(all.find(({ name }) => name === 'Slow and gathered')).toMatchObject({
      channel: { format: 'cloudevents', maxPerMinute: 30, minBand: 'high' },
      cadence: 'weekly',
      digest: { at: '18:30', weekday: 'friday' },
      collapse: true,
    });
  });

  it('refuse a rate that is no number, and give back what was chosen', async () => {
    const fields = { name: 'Fast', kind: 'webhook', url: 'https://hooks.example.com/z', instruments: '*' };
    const answer = await submit('/subscriptions', { ...fields, maxPerMinute: 'many', collapse: 'no' });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('value="many"');
    expect(text).toContain('<option value="no" selected>');
  });

  it('give a refused form back as it was typed, with the reasons', async () => {
    const answer = await submit('/subscriptions', {
      name: 'Typed name',
      kind: 'webhook',
      url: 'http://127.0.0.1/',
      instruments: '*',
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('value="Typed name"');
    expect(text).toContain('private or internal network');
  });

  it('disable a subscription', async () => {
    expect((await submit('/subscriptions/id-1/disable', {})).status).toBe(303);
    expect((await findSubscription(desk.store.session, desk.ports.sealer, 'id-1'))?.status).toBe('disabled');
  });

  it('send a delivery again and lead to the new one', async () => {
    const delivery = {
      deliveryId: 'd1',
      subscriptionId: 'id-1',
      messageKind: 'alert',
      subjectId: 'a',
      alertId: 'a',
      webhookId: 'msg_1',
      status: 'gave_up',
      attempts: 10,
      nextAttemptAt: null,
      createdAt: hikvision.detectedAt,
      finishedAt: hikvision.detectedAt,
      lastOutcome: 'HTTP 500',
      replayOf: null,
    } as const;
    await enqueueDelivery(desk.store.session, delivery);
    await enqueueDelivery(desk.store.session, { ...delivery, deliveryId: 'disabled' });
    expect(await page('/deliveries')).toContain('was added to the Entity List');
    const answer = await submit('/deliveries/d1/replay', {});
    expect(answer.headers.get('location')).toBe('/deliveries/d1-again');
    expect(desk.replayed).toEqual(['d1']);
    expect((await submit('/deliveries/disabled/replay', {})).status).toBe(409);
  });
});

describe('the digest', () => {
  it('counts, ranks and explains for the profile that asks', async () => {
    const profile = { counterparties: [{ name: 'Hikvision' }], timeZone: 'Asia/Tokyo' };
    const created = await desk.send(
      'POST',
      '/api/v1/subscriptions',
      { name: 'Digest readers', profile, channel: { kind: 'digest' } },
      asAdmin,
    );
    const { id } = await created.json();
    const digest = await (await desk.get(`/api/v1/digests/2026-11-23?subscription=${id}`, asAdmin)).json();
    expect(digest.header.period).toEqual({
      from: '2026-11-22T15:00:00.000Z',
      to: '2026-11-23T15:00:00.000Z',
      timeZone: 'Asia/Tokyo',
    });
    expect(digest.actNow).toMatchObject([{ changeId: hikvision.changeId }]);
    expect(digest.notAlerted.map((row: { type: string }) => row.type)).toContain('entity.license_requirement_changed');
    const text = await page(`/digest/2026-11-23?subscription=${id}`);
    expect(text).toContain('Act now');
    expect(text).toContain('Evidence ledger');
  });

  it('covers seven days for a weekly subscription', async () => {
    const body = { name: 'Weekly', profile: { instruments: ['*'] }, channel: { kind: 'digest' }, cadence: 'weekly' };
    const { id } = await (await desk.send('POST', '/api/v1/subscriptions', body, asAdmin)).json();
    const { header } = await (await desk.get(`/api/v1/digests/2026-11-24?subscription=${id}`, asAdmin)).json();
    expect(header.period).toMatchObject({ from: '2026-11-18T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' });
  });

  it('still says what was checked on an empty day, and names the gaps', async () => {
    const text = await page('/digest/2026-11-10');
    expect(text).toContain('No change was noticed in this time; ');
    expect(text).toContain('Coverage gaps.');
  });

  it('leads to today and refuses what is no date', async () => {
    expect((await desk.get('/digest')).headers.get('location')).toBe('/digest/2026-11-24');
    expect((await desk.get('/digest/2026-02-30')).status).toBe(422);
  });
});
