import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeEvent, TOPICS } from '#events';
import { listAlertIdsOfBurst, listDeliveries, type Subscription, saveAlert } from '#store';
import { COLLAPSE_MS } from '../src/burst/collapse.ts';
import { loadBursts } from '../src/burst/load-bursts.ts';
import { dispatchAlerts } from '../src/dispatch-alerts.ts';
import { createNotifier } from '../src/notifier.ts';
import { exampleChange, exampleImpact, exampleProfile } from './example-change.ts';
import { startReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

const NOWHERE = 'http://169.254.1.1/';
let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

/** Dispatches an alert as the log's consumer does, the effect in a transaction. */
async function dispatch(alertId: string, { subscriptionId }: Subscription, band = 'high'): Promise<void> {
  const event = makeEvent({
    type: 'redline.alert.raised',
    id: alertId,
    source: '/redline/notifier',
    time: new Date().toISOString(),
    partitionkey: subscriptionId,
    correlation: 'c',
    data: { alertId, changeId: alertId, subscriptionId, score: 70, band },
  });
  const record = { topic: TOPICS.alerts, partition: 0, offset: '1', key: subscriptionId, position: 1, event };
  const effect = await dispatchAlerts(world.ports).handle(record);
  await world.ports.store.transaction(effect);
}

const sent = () => listDeliveries(world.ports.store.session, {}, 1_000);

describe('a burst of alerts', () => {
  it('becomes one message with a count and the top of them, the rest behind its link', async () => {
    const receiver = await startReceiver(SECRET);
    const subscription = await world.subscribe(receiver.url, { collapse: true });
    const notifier = createNotifier(world.ports);
    const changes = Array.from({ length: 140 }, (_, index) =>
      exampleChange({ changeId: `c${index}`, subject: { kind: 'entity', key: `k${index}`, label: `Entity ${index}` } }),
    );
    await world.detect(...changes);
    await notifier.start();
    await notifier.drained();
    expect(receiver.received).toEqual([]);
    world.advance(COLLAPSE_MS);
    await notifier.drained();
    await notifier.stop();
    expect(receiver.received).toHaveLength(1);
    const body = receiver.received[0]?.message as {
      data: { count: number; alerts: unknown[]; links: { alerts: string } };
    };
    expect(body.data.count).toBe(140);
    expect(body.data.alerts).toHaveLength(10);
    const [delivery] = await sent();
    expect(body.data.links.alerts).toBe(`https://redline.example/bursts/${delivery?.subjectId}`);
    expect(delivery).toMatchObject({
      messageKind: 'burst',
      status: 'delivered',
      subscriptionId: subscription.subscriptionId,
    });
    await receiver.close();
  });

  it('delays a single alert by ten seconds at most, and tells it as the alert it is', async () => {
    const receiver = await startReceiver(SECRET);
    await world.subscribe(receiver.url, { collapse: true });
    const notifier = createNotifier(world.ports);
    await world.detect(exampleChange());
    await notifier.start();
    await notifier.drained();
    world.advance(10_000);
    await notifier.drained();
    await notifier.stop();
    expect(receiver.received.map(({ message }) => message)).toMatchObject([{ type: 'entity.added' }]);
    await receiver.close();
  });

  it('tells the same alerts at every attempt: what comes while it is being sent begins another', async () => {
    const subscription = await world.subscribe(NOWHERE, { collapse: true });
    await dispatch('a1', subscription);
    const [delivery] = await sent();
    if (!delivery) throw new Error('nothing is due');
    await loadBursts(world.ports.store.session, [delivery]);
    await dispatch('a2', subscription);
    expect(await listAlertIdsOfBurst(world.ports.store.session, delivery.subjectId)).toEqual(['a1']);
    expect(await sent()).toHaveLength(2);
  });

  it('keeps what quiet hours hold back apart from what may go now', async () => {
    const quietHours = { from: '09:00', to: '17:30', overrideBand: 'critical' } as const;
    const profile = exampleProfile({ minBand: 'info', quietHours });
    const subscription = await world.subscribe(NOWHERE, { collapse: true, profile });
    await dispatch('held 1', subscription);
    await dispatch('now', subscription, 'critical');
    await dispatch('held 2', subscription);
    const due = (await sent()).map(({ nextAttemptAt, lastOutcome }) => [nextAttemptAt, lastOutcome]).toSorted();
    expect(due).toEqual([
      ['2026-11-23T03:00:10.000Z', ''],
      ['2026-11-23T08:30:00.000Z', 'delayed by quiet hours'],
    ]);
  });

  it('puts every alert into exactly one message, whatever the times, bands and repetitions', async () => {
    const quietHours = { from: '22:00', to: '07:00', overrideBand: 'critical' } as const;
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 25_000 }),
      long: fc.boolean(),
      band: fc.constantFrom('medium', 'critical'),
      repeated: fc.boolean(),
      sends: fc.boolean(),
    });
    let run = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      run += 1;
      const profile = exampleProfile({ minBand: 'info', quietHours });
      const subscription = await world.subscribe(NOWHERE, { collapse: true, profile });
      const { session } = world.ports.store;
      const raised: string[] = [];
      for (const [index, { wait, long, band, repeated, sends }] of steps.entries()) {
        world.advance(long ? wait * 1_000 : wait);
        const alertId = `run ${run} alert ${index}`;
        raised.push(alertId);
        const alert = { alertId, changeId: alertId, subscriptionId: subscription.subscriptionId, raisedAt: '' };
        await saveAlert(session, { ...alert, impact: exampleImpact() });
        await dispatch(alertId, subscription, band);
        if (repeated) await dispatch(alertId, subscription, band).catch(() => undefined);
        const due = (await sent()).filter(({ nextAttemptAt }) => (nextAttemptAt ?? '') <= new Date().toISOString());
        if (sends) await loadBursts(session, due);
      }
      const messages = (await listDeliveries(session, { subscriptionId: subscription.subscriptionId }, 1_000)).map(
        ({ subjectId }) => subjectId,
      );
      const told = (await Promise.all(messages.map((id) => listAlertIdsOfBurst(session, id)))).flat();
      expect(told.toSorted()).toEqual(raised.toSorted());
    });
    await fc.assert(property, { numRuns: 25 });
  });
});
