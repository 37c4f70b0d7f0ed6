import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAlertsOfChange, listDeliveries, saveSubscription, setSubscriptionStatus } from '#store';
import { createNotifier, type Notifier } from '../src/notifier.ts';
import { exampleChange, exampleProfile } from './example-change.ts';
import { createWorld, type World } from './world.ts';

const NOWHERE = 'http://169.254.1.1/';
let world: World;
let notifier: Notifier;

beforeEach(async () => {
  world = await createWorld();
  notifier = createNotifier(world.ports);
});

afterEach(async () => {
  await notifier.stop();
  await world.close();
});

const alertsOf = (changeId: string) => listAlertsOfChange(world.ports.store.session, changeId);
const listenersOf = async (changeId: string) => (await alertsOf(changeId)).map((alert) => alert.subscriptionId).sort();

describe('matching', () => {
  it('raises alerts for the profiles that a change matters to, and for no other', async () => {
    const matched = await world.subscribe(NOWHERE);
    await world.subscribe(NOWHERE, {
      profile: exampleProfile({ jurisdictions: ['JP'], instruments: ['JP-EXPORT-T1'] }),
    });
    await world.detect(exampleChange());
    await notifier.start();
    await notifier.drained();
    expect(await listenersOf('c1')).toEqual([matched.subscriptionId]);
  });

  it('tells nobody of a first capture or of what is not alerting', async () => {
    await world.subscribe(NOWHERE);
    const baseline = { ...exampleChange().detection, baseline: true };
    await world.detect(
      exampleChange({ changeId: 'history', detection: baseline }),
      exampleChange({ changeId: 'silent', alerting: false }),
    );
    await notifier.start();
    await notifier.drained();
    expect(await alertsOf('history')).toEqual([]);
    expect(await alertsOf('silent')).toEqual([]);
  });

  it('lets a subscription hear only what was detected after it', async () => {
    await world.detect(exampleChange({ changeId: 'before' }));
    const { subscriptionId } = await world.subscribe(NOWHERE);
    await world.detect(exampleChange({ changeId: 'after' }));
    await notifier.start();
    await notifier.drained();
    expect(await listenersOf('before')).toEqual([]);
    expect(await listenersOf('after')).toEqual([subscriptionId]);
  });

  it('notices subscriptions made, edited and disabled while it runs', async () => {
    const first = await world.subscribe(NOWHERE);
    await notifier.start();
    await world.detect(exampleChange({ changeId: 'one' }));
    await notifier.drained();
    const second = await world.subscribe(NOWHERE);
    const elsewhere = exampleProfile({ jurisdictions: ['JP'], instruments: ['JP-EUL'] });
    await saveSubscription(world.ports.store.session, world.ports.sealer, { ...first, profile: elsewhere });
    await world.detect(exampleChange({ changeId: 'two' }));
    await notifier.drained();
    await setSubscriptionStatus(world.ports.store.session, second.subscriptionId, 'disabled');
    await world.detect(exampleChange({ changeId: 'three' }));
    await notifier.drained();
    expect(await listenersOf('one')).toEqual([first.subscriptionId]);
    expect(await listenersOf('two')).toEqual([second.subscriptionId]);
    expect(await listenersOf('three')).toEqual([]);
  });

  it('keeps an alert below the threshold for the digest and delivers nothing', async () => {
    await world.subscribe(NOWHERE, { profile: exampleProfile({ minBand: 'critical' }) });
    await world.detect(exampleChange({ stage: 'announced' }));
    await notifier.start();
    await notifier.drained();
    expect(await alertsOf('c1')).toHaveLength(1);
    expect(await listDeliveries(world.ports.store.session, {}, 10)).toEqual([]);
  });

  it('reports its progress and what became of the deliveries', async () => {
    await world.subscribe(NOWHERE);
    await world.detect(exampleChange());
    await notifier.start();
    await notifier.drained();
    const progress = await notifier.progress();
    expect(progress.groups).toMatchObject([
      { group: 'notifier.match', lag: 0, deadLetters: 0 },
      { group: 'notifier.dispatch', lag: 0, deadLetters: 0 },
    ]);
    expect(progress.deliveries).toEqual(new Map([['gave_up', 1]]));
    expect(progress.attemptsUnderWay).toBe(0);
  });
});
