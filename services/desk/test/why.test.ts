import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Alert, saveAlert, setSubscriptionStatus } from '#store';
import { asAdmin, asReader, type DeskUnderTest, inBrowser, openDesk } from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

let desk: DeskUnderTest;
let subscriptionId: string;

const profile = {
  destinations: ['RU'],
  counterparties: [{ name: 'Hangzhou Hikvision Digital Technology', aliases: [] }],
  minBand: 'critical',
};

async function subscribe(parts: object): Promise<string> {
  const body = { name: 'Cameras', channel: { kind: 'digest' }, profile: { ...profile, ...parts } };
  const answer = await desk.send('POST', '/api/v1/subscriptions', body, asAdmin);
  return (await answer.json()).id;
}

const why = async (id = subscriptionId) =>
  (await desk.get(`/api/v1/changes/${hikvision.changeId}/why?subscription=${id}`, asReader)).json();

beforeEach(async () => {
  desk = await openDesk();
  subscriptionId = await subscribe({});
});

afterEach(() => desk.close());

describe('GET /api/v1/changes/{id}/why', () => {
  it('says each step and each part of the profile, touched or not', async () => {
    const told = await why();
    expect(told.impact).toMatchObject({ band: 'critical' });
    expect(told.steps.map(({ step, passed }: { step: string; passed: boolean }) => [step, passed])).toEqual([
      ['change', true],
      ['subscription', true],
      ['profile', true],
      ['threshold', true],
      ['alert', false],
    ]);
    expect(told.facets).toHaveLength(13);
    expect(told.facets[0]).toMatchObject({ name: 'counterparty', touched: true });
    expect(told.facets).toContainEqual({
      name: 'destination',
      touched: false,
      because: '1 destination declared; the change names CN',
    });
  });

  it('says what was not declared, and why nothing matched', async () => {
    const told = await why(await subscribe({ counterparties: [] }));
    expect(told.impact).toBeUndefined();
    expect(told.steps[2]).toEqual({
      step: 'profile',
      passed: false,
      because: 'nothing declared in the profile is touched by this change',
    });
    expect(told.facets[0].because).toBe('no counterparties declared');
  });

  it('names the threshold that kept it in the digest', async () => {
    const told = await why(await subscribe({ counterparties: [], destinations: ['CN'] }));
    expect(told.steps[3]).toMatchObject({ step: 'threshold', passed: false });
    expect(told.steps[3].because).toMatch(/below the threshold critical: it stands in the digest only/);
  });

  it('tells of the alert that was raised and of a subscription that is disabled now', async () => {
    const alert: Alert = {
      alertId: 'a1',
      changeId: hikvision.changeId,
      subscriptionId,
      impact: { score: 100, band: 'critical', reasons: [], labels: [] },
      raisedAt: '2026-11-23T12:00:06.000Z',
    };
    await saveAlert(desk.store.session, alert);
    await setSubscriptionStatus(desk.store.session, subscriptionId, 'disabled');
    const { steps } = await why();
    expect(steps[1]).toMatchObject({ passed: false, because: 'the subscription is disabled' });
    expect(steps[4].because).toContain('2026-11-23T12:00:06.000Z');
    expect(steps[5]).toMatchObject({ step: 'delivery', passed: false });
  });

  it('knows neither another change nor another subscription', async () => {
    const unknown = await desk.get(`/api/v1/changes/${hikvision.changeId}/why?subscription=none`, asReader);
    expect(unknown.status).toBe(404);
    expect((await desk.get(`/api/v1/changes/none/why?subscription=${subscriptionId}`, asReader)).status).toBe(404);
  });
});

describe('the page that says why', () => {
  it('is reached from the change and shows the same in words', async () => {
    const change = await (await desk.get(`/changes/${hikvision.changeId}`, inBrowser)).text();
    expect(change).toContain(`action="/changes/${hikvision.changeId}/why"`);
    const page = await desk.get(`/changes/${hikvision.changeId}/why?subscription=${subscriptionId}`, inBrowser);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('1 destination declared; the change names CN');
  });

  it('is offered to nobody who is not signed in', async () => {
    expect(await (await desk.get(`/changes/${hikvision.changeId}`)).text()).not.toContain('/why');
  });
});
