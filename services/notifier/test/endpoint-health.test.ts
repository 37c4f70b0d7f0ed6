import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSubscription, listDeliveries, listEndpointStates } from '#store';
import { createNotifier } from '../src/notifier.ts';
import { exampleChange } from './example-change.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

const DAY = 86_400_000;
let world: World;
let failing: WebhookReceiver;
let sound: WebhookReceiver;
let status: number;

beforeEach(async () => {
  world = await createWorld();
  status = 500;
  failing = await startReceiver(SECRET, () => ({ status }));
  sound = await startReceiver(SECRET);
});

afterEach(async () => {
  await Promise.all([failing.close(), sound.close()]);
  await world.close();
});

async function runToRest(): Promise<void> {
  const notifier = createNotifier(world.ports);
  await notifier.start();
  await notifier.drained();
  await notifier.stop();
}

const statusOf = async (subscriptionId: string) =>
  (await findSubscription(world.ports.store.session, world.ports.sealer, subscriptionId))?.status;

const BY = { tenantId: 'default', who: 'Aiko Mori', via: 'session' };

describe('an endpoint that fails', () => {
  it('for five days is disabled, and its owner is told by another channel of the same tenant alone', async () => {
    const broken = await world.subscribe(failing.url, { name: 'Broken one' });
    await world.detect(exampleChange());
    await runToRest();
    const other = await world.subscribe(sound.url);
    const stranger = await startReceiver(SECRET);
    await world.subscribe(stranger.url, { tenantId: 'chips' });
    for (let day = 0; day < 5; day += 1) {
      expect(await statusOf(broken.subscriptionId)).toBe('active');
      world.advance(DAY);
      await runToRest();
    }
    expect(await statusOf(broken.subscriptionId)).toBe('disabled');
    await runToRest();
    expect(sound.received).toMatchObject([
      { message: { type: 'endpoint.disabled', data: { about: { name: 'Broken one', channelKind: 'webhook' } } } },
    ]);
    expect(stranger.received).toHaveLength(0);
    await stranger.close();
    expect(await statusOf(other.subscriptionId)).toBe('active');
    const states = await listEndpointStates(world.ports.store.session, 'default');
    expect(states.get(broken.subscriptionId)?.disabledBecause).toContain('every attempt failed for five days');
  });

  it('and works again in between begins anew', async () => {
    const { subscriptionId } = await world.subscribe(failing.url);
    await world.detect(exampleChange());
    await runToRest();
    world.advance(4 * DAY);
    status = 200;
    await runToRest();
    const state = async () => (await listEndpointStates(world.ports.store.session, 'default')).get(subscriptionId);
    expect(await state()).toMatchObject({ failingSince: null, consecutiveFailures: 0 });
    status = 500;
    await world.detect(exampleChange({ changeId: 'later' }));
    await runToRest();
    world.advance(2 * DAY);
    await runToRest();
    expect(await statusOf(subscriptionId)).toBe('active');
    expect((await state())?.failingSince).not.toBeNull();
  });

  it('because a mail server refuses the address three times for good is disabled', async () => {
    let bounces = 0;
    const sendMail = async () => {
      bounces += 1;
      return { kind: 'bounced', status: 550, bodyText: '5.1.1 no such user' } as const;
    };
    const { subscriptionId } = await world.subscribe('', {
      channel: { kind: 'email', address: 'gone@example.com' },
      collapse: false,
    });
    await world.detect(...['a', 'b', 'c', 'd'].map((changeId) => exampleChange({ changeId })));
    const notifier = createNotifier({ ...world.ports, sendMail, limits: { ...world.ports.limits, perEndpoint: 1 } });
    await notifier.start();
    await notifier.drained();
    await notifier.stop();
    expect(bounces).toBeGreaterThanOrEqual(3);
    expect(await statusOf(subscriptionId)).toBe('disabled');
    expect((await listDeliveries(world.ports.store.session, {}, 10)).every((one) => one.status === 'gave_up')).toBe(
      true,
    );
  });
});

describe('a test that a person asks for', () => {
  it('is sent as often as asked, signed, and says that nothing changed', async () => {
    const { subscriptionId } = await world.subscribe(sound.url);
    const notifier = createNotifier(world.ports);
    await notifier.start();
    expect((await notifier.sendTest(subscriptionId)).kind).toBe('queued');
    expect((await notifier.sendTest(subscriptionId)).kind).toBe('queued');
    await notifier.drained();
    await notifier.stop();
    expect(new Set(sound.received.map(({ webhookId }) => webhookId)).size).toBe(2);
    expect(sound.received[0]?.message).toMatchObject({ type: 'endpoint.test', data: { links: {} } });
    expect(await notifier.sendTest('unknown')).toEqual({ kind: 'unknown_subscription' });
  });
});

describe('a range that is replayed', () => {
  it('goes again by time or position, each message once, also right after it went', async () => {
    const { subscriptionId } = await world.subscribe(sound.url);
    await world.detect(...['a', 'b', 'c'].map((changeId) => exampleChange({ changeId })));
    const notifier = createNotifier(world.ports);
    await notifier.start();
    await notifier.drained();
    const ids = sound.received.map(({ webhookId }) => webhookId);
    expect(await notifier.replayRange(subscriptionId, { afterPosition: 1, upToPosition: 2 }, BY)).toEqual({
      kind: 'queued',
      deliveries: 1,
    });
    await notifier.drained();
    const from = world.ports.now().toISOString();
    expect(await notifier.replayRange(subscriptionId, { from }, BY)).toEqual({ kind: 'queued', deliveries: 3 });
    expect(await notifier.replayRange(subscriptionId, { before: from }, BY)).toEqual({ kind: 'queued', deliveries: 0 });
    await notifier.drained();
    await notifier.stop();
    expect(sound.received).toHaveLength(3 + 1 + 3);
    expect(new Set(sound.received.map(({ webhookId }) => webhookId))).toEqual(new Set(ids));
    expect(await notifier.replayRange('unknown', { from }, BY)).toEqual({ kind: 'unknown_subscription' });
  });
});
