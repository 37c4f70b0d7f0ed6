import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disableSubscription, findSubscription, noteDisabled, unsubscribeToken } from '#store';
import { newWebhookSecret, signedHeaders } from '#webhook';
import { asAdmin, asReader, type DeskUnderTest, FORM_TOKEN, inBrowser, NOW, openDesk } from './desk-under-test.ts';

let desk: DeskUnderTest;
beforeEach(async () => {
  desk = await openDesk({ seeded: false });
});
afterEach(() => desk.close());

async function subscribed(channel: object, more: object = {}) {
  const body = { name: 'first', profile: { instruments: ['*'] }, channel, ...more };
  return (await desk.send('POST', '/api/v1/subscriptions', body, asAdmin)).json();
}

const form = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
const WEBHOOK = { kind: 'webhook', url: 'https://hooks.example.com/a' };

describe('a subscription to a channel', () => {
  it.each([
    [
      { kind: 'slack', url: 'http://hooks.slack.com/x' },
      'channel.url: must be the address of an incoming webhook of Slack',
    ],
    [
      { kind: 'teams', url: 'https://user:pass@example.com/x' },
      'channel.url: must be the address of an incoming webhook',
    ],
    [{ kind: 'email', address: 'nobody' }, 'channel.address: must be an e-mail address'],
    [{ kind: 'pigeon' }, 'channel.kind: must be webhook, email, slack, teams or digest'],
    [{ kind: 'slack', url: 'https://127.0.0.1/x' }, 'leads into a private or internal network'],
  ])('is refused with words for people: %j', async (channel, because) => {
    const body = { name: 'first', profile: { instruments: ['*'] }, channel };
    const answer = await desk.send('POST', '/api/v1/subscriptions', body, asAdmin);
    expect(answer.status).toBe(422);
    expect((await answer.json()).detail).toContain(because);
  });

  it('shows of the address of Slack and Teams the host alone, because whoever knows it may post', async () => {
    const { id } = await subscribed({ kind: 'slack', url: 'https://hooks.slack.com/services/T0/B0/hidden' });
    for (const path of ['/api/v1/subscriptions', `/api/v1/subscriptions/${id}`, '/subscriptions']) {
      const text = await (await desk.get(path, asReader)).text();
      expect(text).toContain('hooks.slack.com');
      expect(text).not.toContain('hidden');
    }
  });

  it('by webhook with ed25519 shows the public key, and the private one to nobody', async () => {
    const created = await subscribed(WEBHOOK, { signing: 'ed25519' });
    expect(created).toMatchObject({ publicKey: expect.stringMatching(/^whpk_/) });
    expect(created.secret).toBeUndefined();
    const read = await (await desk.get(`/api/v1/subscriptions/${created.id}`, asReader)).text();
    expect(read).toContain(created.publicKey);
    expect(read).not.toContain('whsk_');
  });
});

describe('a secret that is replaced', () => {
  it('is shown once, and the old one signs beside it for 24 hours', async () => {
    const { id, secret } = await subscribed(WEBHOOK);
    const rotated = await (await desk.send('POST', `/api/v1/subscriptions/${id}/rotate-secret`, {}, asAdmin)).json();
    expect(rotated).toEqual({
      secret: expect.stringMatching(/^whsec_/),
      oldSignsUntil: new Date(NOW.getTime() + 86_400_000).toISOString(),
    });
    expect(rotated.secret).not.toBe(secret);
    expect(await findSubscription(desk.store.session, desk.ports.sealer, id)).toMatchObject({
      secret: rotated.secret,
      retiring: [{ secret, until: rotated.oldSignsUntil }],
    });
  });

  it('is refused for a channel that is not signed', async () => {
    const { id } = await subscribed({ kind: 'email', address: 'a@example.com' });
    const answer = await desk.send('POST', `/api/v1/subscriptions/${id}/rotate-secret`, {}, asAdmin);
    expect(answer.status).toBe(409);
  });

  it('is replaced and tested by buttons of the page, too', async () => {
    const { id } = await subscribed(WEBHOOK);
    const press = (verb: string) => desk.send('POST', `/subscriptions/${id}/${verb}`, `formToken=${FORM_TOKEN}`, form);
    expect(await (await press('rotate-secret')).text()).toContain('shown only this once');
    const tested = await press('test');
    expect(tested.headers.get('location')).toBe(`/deliveries/test-of-${id}`);
    expect(desk.replayed).toEqual([id]);
  });
});

describe('a subscription that was disabled', () => {
  const status = async (id: string) => (await findSubscription(desk.store.session, desk.ports.sealer, id))?.status;
  const press = (id: string, verb: string) =>
    desk.send('POST', `/subscriptions/${id}/${verb}`, `formToken=${FORM_TOKEN}`, form);
  const textOf = async (path: string, headers: Record<string, string>) => (await desk.get(path, headers)).text();
  const audit = async () => (await (await desk.get('/api/v1/audit', asAdmin)).json()).entries;

  /** As the notifier leaves it. */
  async function gone(because = 'answered 410: the subscription is disabled') {
    const { id } = await subscribed(WEBHOOK);
    await desk.store.transaction(async (tx) => {
      await disableSubscription(tx, id);
      await noteDisabled(tx, { subscriptionId: id, tenantId: 'default', at: NOW.toISOString(), because });
    });
    return id as string;
  }

  it('says why on its pages and by API, to whoever may read it', async () => {
    const id = await gone();
    for (const path of ['/subscriptions', `/subscriptions/${id}`]) {
      expect(await textOf(path, asReader)).toContain('answered 410: the subscription is disabled');
    }
    const read = await (await desk.get(`/api/v1/subscriptions/${id}`, asReader)).json();
    expect(read.endpoint).toMatchObject({ disabledAt: NOW.toISOString(), disabledBecause: /./ });
    expect(await textOf(`/subscriptions/${id}/edit`, asAdmin)).toContain('how to enable it again');
  });

  it('is enabled again by a button of an administrator: it hears from now on, and the trail says why it was off', async () => {
    const id = await gone();
    expect(await textOf(`/subscriptions/${id}`, asReader)).not.toContain('/enable"');
    expect(await textOf(`/subscriptions/${id}`, inBrowser)).toContain(`action="/subscriptions/${id}/enable"`);
    const answer = await press(id, 'enable');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/subscriptions/${id}`]);
    const after = await findSubscription(desk.store.session, desk.ports.sealer, id);
    expect(after).toMatchObject({
      status: 'active',
      hearsAfterPosition: await desk.ports.headPosition(desk.store.session),
    });
    expect((await audit()).at(-1)).toMatchObject({
      act: 'subscription.enabled',
      who: 'Mika',
      fromState: 'disabled',
      toState: 'active',
      detail: { disabledBecause: 'answered 410: the subscription is disabled' },
    });
    expect(await textOf(`/subscriptions/${id}`, inBrowser)).not.toContain('answered 410');
  });

  it('is enabled by API, and enabling what is active does nothing', async () => {
    const id = await gone();
    const enable = () => desk.send('POST', `/api/v1/subscriptions/${id}/enable`, undefined, asAdmin);
    const answer = await enable();
    expect([answer.status, (await answer.json()).status]).toEqual([200, 'active']);
    const entries = await audit();
    expect((await enable()).status).toBe(200);
    expect(await audit()).toEqual(entries);
  });

  it('stays so for a reader, and while its address may not be sent to', async () => {
    const id = await gone();
    expect((await desk.send('POST', `/api/v1/subscriptions/${id}/enable`, undefined, asReader)).status).toBe(403);
    desk.ports.addressAllowed = async () => ({ kind: 'refused', because: 'dns' });
    const refused = await press(id, 'enable');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('names a host that cannot be found');
    expect(await status(id)).toBe('disabled');
  });

  it('by a person says who did it, keeps an earlier reason, and comes back the same way', async () => {
    const { id } = await subscribed(WEBHOOK);
    await press(id, 'disable');
    expect(await textOf('/subscriptions', asReader)).toContain('Mika disabled it');
    await desk.send('DELETE', `/api/v1/subscriptions/${id}`, undefined, asAdmin);
    expect(await textOf('/subscriptions', asReader)).toContain('Mika disabled it');
    await press(id, 'enable');
    expect(await status(id)).toBe('active');
  });

  it('shows the old reason while its address is changed, until it is enabled', async () => {
    const id = await gone();
    const elsewhere = { ...WEBHOOK, url: 'https://hooks.example.com/new' };
    const wanted = { name: 'first', profile: { instruments: ['*'] }, channel: elsewhere };
    expect((await desk.send('PUT', `/api/v1/subscriptions/${id}`, wanted, asAdmin)).status).toBe(200);
    expect(await textOf(`/subscriptions/${id}`, asReader)).toContain('answered 410');
    expect(await status(id)).toBe('disabled');
  });
});

describe('a range of deliveries', () => {
  it('is sent again for a subscription, by time or by sequence', async () => {
    const { id } = await subscribed(WEBHOOK);
    const ask = (body: object) => desk.send('POST', '/api/v1/deliveries/replay', body, asAdmin);
    expect(await (await ask({ subscription: id, from: NOW.toISOString() })).json()).toEqual({ deliveries: 2 });
    expect((await ask({ subscription: id, afterSequence: 4, upToSequence: 9 })).status).toBe(202);
    expect((await ask({ subscription: id })).status).toBe(422);
    expect((await ask({ subscription: 'unknown', afterSequence: 0 })).status).toBe(404);
  });
});

describe('the page that checks a signature', () => {
  const secret = newWebhookSecret(randomBytes);
  const body = '{\n  "a": "別表第一"\n}';
  const headers = signedHeaders([secret], { webhookId: 'msg_1', sentAt: NOW, body });
  const pasted = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
  const check = async (fields: Record<string, string>) => {
    const all = { headers: pasted, body: body.replaceAll('\n', '\r\n'), secret, formToken: FORM_TOKEN, ...fields };
    return (await desk.send('POST', '/verify', new URLSearchParams(all).toString(), form)).text();
  };

  it('says that a message is genuine, or what is wrong with it, and repeats nothing of what was pasted', async () => {
    const genuine = await check({});
    expect(genuine).toContain('Genuine: the signature belongs');
    expect(genuine).not.toContain(secret);
    expect(genuine).not.toContain('別表第一');
    expect(await check({ body: '{}' })).toContain('no signature matches');
    expect(await check({ headers: 'webhook-id: msg_1' })).toContain('webhook-timestamp is not a whole number');
    expect(await check({ body: Buffer.from(body).toString('base64'), bodyBase64: 'yes' })).toContain('Genuine');
    expect(desk.logged).toEqual([]);
  });
});

describe('the address that unsubscribes', () => {
  it('stops the mails by a POST without signing in, and by nothing less', async () => {
    const { id } = await subscribed({ kind: 'email', address: 'reader@example.com' });
    const path = `/unsubscribe/${unsubscribeToken(desk.ports.sealer, { tenantId: 'default', subscriptionId: id })}`;
    const status = async () => (await findSubscription(desk.store.session, desk.ports.sealer, id))?.status;
    expect((await desk.get(path)).status).toBe(200);
    expect(await status()).toBe('active');
    const oneClick = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await desk.send('POST', path, 'List-Unsubscribe=One-Click', oneClick)).status).toBe(200);
    expect(await status()).toBe('disabled');
    expect(await (await desk.get('/subscriptions', asAdmin)).text()).toContain('its reader unsubscribed');
  });

  it('is refused for a token that was guessed, altered or made for another channel', async () => {
    const { id } = await subscribed(WEBHOOK);
    const token = unsubscribeToken(desk.ports.sealer, { tenantId: 'default', subscriptionId: id });
    const altered = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of [token, altered, id, 'x'.repeat(80)]) {
      expect((await desk.send('POST', `/unsubscribe/${wrong}`, '')).status).toBe(404);
    }
    expect((await findSubscription(desk.store.session, desk.ports.sealer, id))?.status).toBe('active');
  });
});
