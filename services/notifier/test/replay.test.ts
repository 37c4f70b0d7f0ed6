import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDelivery, listDeliveries, listTrail, setSubscriptionStatus } from '#store';
import { createNotifier, type Notifier } from '../src/notifier.ts';
import { exampleChange } from './example-change.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

let world: World;
let receiver: WebhookReceiver;
let notifier: Notifier;

beforeEach(async () => {
  world = await createWorld();
  receiver = await startReceiver(SECRET);
  notifier = createNotifier(world.ports);
});

afterEach(async () => {
  await notifier.stop();
  await receiver.close();
  await world.close();
});

async function oneDelivered() {
  const subscription = await world.subscribe(receiver.url);
  await world.detect(exampleChange());
  await notifier.start();
  await notifier.drained();
  const [delivery] = await listDeliveries(world.ports.store.session, {}, 10);
  if (!delivery) throw new Error('nothing was delivered');
  return { subscription, delivery };
}

const BY = { tenantId: 'default', who: 'Aiko Mori', via: 'session' };

describe('replaying a delivery', () => {
  it('sends again right after a success, as a new delivery under the same webhook-id', async () => {
    const { delivery } = await oneDelivered();
    const outcome = await notifier.replay(delivery.deliveryId, BY);
    await notifier.drained();
    expect(receiver.received.map((one) => one.webhookId)).toEqual([delivery.webhookId, delivery.webhookId]);
    if (outcome.kind !== 'queued') throw new Error(outcome.kind);
    expect(await findDelivery(world.ports.store.session, outcome.delivery.deliveryId)).toMatchObject({
      status: 'delivered',
      attempts: 1,
      replayOf: delivery.deliveryId,
    });
    expect(await findDelivery(world.ports.store.session, delivery.deliveryId)).toEqual(delivery);
  });

  it('sends as often as a person asks', async () => {
    const { delivery } = await oneDelivered();
    await notifier.replay(delivery.deliveryId, BY);
    await notifier.replay(delivery.deliveryId, BY);
    await notifier.drained();
    expect(receiver.received).toHaveLength(3);
    const trail = await listTrail(world.ports.store.session, 'default', {}, 10);
    expect(trail.map(({ who, act, subjectId }) => [who, act, subjectId])).toEqual([
      ['Aiko Mori', 'delivery.replayed', delivery.deliveryId],
      ['Aiko Mori', 'delivery.replayed', delivery.deliveryId],
    ]);
  });

  it('says when there is no such delivery, or nobody to send it to', async () => {
    const { subscription, delivery } = await oneDelivered();
    expect(await notifier.replay('unknown', BY)).toEqual({ kind: 'unknown_delivery' });
    await setSubscriptionStatus(world.ports.store.session, subscription.subscriptionId, 'disabled');
    expect(await notifier.replay(delivery.deliveryId, BY)).toEqual({ kind: 'subscription_disabled' });
    expect(receiver.received).toHaveLength(1);
  });
});
