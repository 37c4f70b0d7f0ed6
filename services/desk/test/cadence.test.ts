import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asAdmin, asReader, type DeskUnderTest, FORM_TOKEN, inBrowser, openDesk } from './desk-under-test.ts';

let desk: DeskUnderTest;
const wanted = {
  name: 'Optics',
  profile: { instruments: ['*'], timeZone: 'Asia/Tokyo' },
  channel: { kind: 'email', address: 'a@example.org' },
};

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const subscribe = async (more: object = {}) =>
  (await desk.send('POST', '/api/v1/subscriptions', { ...wanted, ...more }, asAdmin)).json();

describe('the rhythm of a subscription', () => {
  it('says when the next digest is due, at seven in the zone of the profile unless another hour is chosen', async () => {
    expect(await subscribe()).toMatchObject({
      cadence: 'daily',
      digest: { at: '07:00', weekday: 'monday' },
      nextRunAt: '2026-11-24T22:00:00.000Z',
      collapse: true,
    });
    expect(await subscribe({ cadence: 'weekly', digest: { at: '18:30', weekday: 'friday' } })).toMatchObject({
      nextRunAt: '2026-11-27T09:30:00.000Z',
    });
  });

  it('is changed without losing its place', async () => {
    const { id } = await subscribe();
    const path = `/api/v1/subscriptions/${id}`;
    const before = await desk.store.session
      .selectFrom('digestCursors')
      .selectAll()
      .where('subscriptionId', '=', id)
      .execute();
    const answer = await desk.send('PUT', `${path}/cadence`, { cadence: 'weekly' }, asAdmin);
    expect(await answer.json()).toMatchObject({ cadence: 'weekly', nextRunAt: '2026-11-29T22:00:00.000Z' });
    const after = await desk.store.session
      .selectFrom('digestCursors')
      .selectAll()
      .where('subscriptionId', '=', id)
      .execute();
    expect(after).toEqual(before.map((row) => ({ ...row, nextRunAt: '2026-11-29T22:00:00.000Z' })));
    await desk.send('DELETE', path, undefined, asAdmin);
    expect(await (await desk.get(path, asReader)).json()).toMatchObject({ nextRunAt: null });
  });

  it('is shown and changed on the page of the subscription', async () => {
    const { id } = await subscribe();
    const page = await (await desk.get(`/subscriptions/${id}`, inBrowser)).text();
    expect(page).toContain('2026-11-25 07:00 (Asia/Tokyo), 2026-11-24 22:00 UTC');
    const form = `formToken=${FORM_TOKEN}&cadence=weekly&at=18%3A30&weekday=friday`;
    const headers = { ...inBrowser, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await desk.send('POST', `/subscriptions/${id}/cadence`, form, headers);
    expect(answer.status).toBe(303);
    expect(await (await desk.get(`/subscriptions/${id}`, inBrowser)).text()).toContain('2026-11-27 18:30');
    const wrong = await desk.send('POST', `/subscriptions/${id}/cadence`, form.replace('18%3A30', 'noon'), headers);
    expect(wrong.status).toBe(422);
  });

  it('refuses an hour that is none, and says so', async () => {
    const answer = await desk.send('POST', '/api/v1/subscriptions', { ...wanted, digest: { at: '25:00' } }, asAdmin);
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors).toMatchObject([{ field: 'digest.at', message: 'write a time such as 07:00' }]);
  });
});
