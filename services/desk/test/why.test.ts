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

async function subscribe(parts: object, rest: object = {}): Promise<string> {
  const body = { name: 'Cameras', channel: { kind: 'digest' }, profile: { ...profile, ...parts }, ...rest };
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
      ['cadence', false],
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
    expect(steps[5].because).toContain('2026-11-23T12:00:06.000Z');
    expect(steps[6]).toMatchObject({ step: 'delivery', passed: false });
  });

  const channel = { kind: 'webhook', url: 'https://hooks.example.com/a' };
  const stepsOf = async (parts: object, rest: object) => {
    const { steps } = await why(await subscribe({ timeZone: 'Asia/Tokyo', ...parts }, { channel, ...rest }));
    return Object.fromEntries(steps.map(({ step, because }: Record<string, string>) => [step, because]));
  };

  it('says in words when a daily and a weekly cadence tell it', async () => {
    const daily = await stepsOf({}, { cadence: 'daily', digest: { at: '08:30', weekday: 'monday' } });
    expect(daily.cadence).toMatch(
      /^its cadence is daily, not immediate: .* every day at 08:30 on the clock of Asia\/Tokyo, the next .* 23:30 UTC$/,
    );
    const weekly = await stepsOf({}, { cadence: 'weekly', digest: { at: '07:00', weekday: 'friday' } });
    expect(weekly.cadence).toContain('every friday at 07:00');
    expect(weekly['quiet hours']).toBeUndefined();
  });

  it('says in words whether quiet hours held it back, until when, and what they let through', async () => {
    const night = (overrideBand: string, from = '00:00', to = '23:59') =>
      stepsOf({ quietHours: { from, to, overrideBand } }, { cadence: 'immediate' });
    expect((await stepsOf({}, { cadence: 'immediate' }))['quiet hours']).toBe('none are declared');
    expect((await night('never'))['quiet hours']).toMatch(
      /^it was raised within quiet hours, 00:00 to 23:59 on the clock of Asia\/Tokyo: held back until .* 14:59 UTC, not dropped$/,
    );
    expect((await night('critical'))['quiet hours']).toMatch(/do not hold back what is critical$/);
    expect((await night('never', '23:58', '23:59'))['quiet hours']).toMatch(/^it was raised outside quiet hours/);
  });

  it('names the threshold of the channel where it is another than that of the profile', async () => {
    const loud = await stepsOf(
      { counterparties: [], destinations: ['CN'], minBand: 'info' },
      { cadence: 'immediate', channel: { ...channel, minBand: 'critical' } },
    );
    expect(loud.threshold).toMatch(/below the threshold critical/);
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
