import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSubscription, listAttempts, listDeliveries } from '#store';
import { createNotifier } from '../src/notifier.ts';
import type { DeliveryLimits } from '../src/notifier-ports.ts';
import { RETRY_SCHEDULE_MS } from '../src/retry-schedule.ts';
import { exampleChange } from './example-change.ts';
import { type Answer, type Received, startReceiver, type WebhookReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

const MINUTE = 60_000;
let world: World;
let receivers: WebhookReceiver[] = [];

beforeEach(async () => {
  world = await createWorld();
});

afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
  receivers = [];
  await world.close();
});

async function receiving(answer?: (received: Received, count: number) => Answer | Promise<Answer>) {
  const receiver = await startReceiver(SECRET, answer);
  receivers.push(receiver);
  return receiver;
}

/** Runs until nothing is left to do just now, then stops. */
async function runToRest(limits: DeliveryLimits = world.ports.limits): Promise<void> {
  const notifier = createNotifier({ ...world.ports, limits });
  await notifier.start();
  await notifier.drained();
  await notifier.stop();
}

const changes = (count: number) =>
  Array.from({ length: count }, (_, at) => exampleChange({ changeId: `change-${at}` }));
const idsOf = (receiver: WebhookReceiver) => receiver.received.map((one) => one.webhookId);
const deliveries = () => listDeliveries(world.ports.store.session, {}, 1_000);

describe('the notifier', () => {
  it('sends every alert to each subscription exactly once, signed', async () => {
    const [first, second] = [await receiving(), await receiving()];
    await world.subscribe(first.url);
    await world.subscribe(second.url);
    await world.detect(...changes(20));
    await runToRest();
    await runToRest();
    for (const receiver of [first, second]) {
      expect(receiver.refused()).toBe(0);
      expect(receiver.received).toHaveLength(20);
      expect(new Set(idsOf(receiver)).size).toBe(20);
    }
    expect(first.received[0]?.message).toMatchObject({
      type: 'entity.added',
      data: { change: { documentNumber: '2019-10616' }, subscription: { name: 'Optics' }, meta: { shortened: false } },
    });
    expect((await deliveries()).every((delivery) => delivery.status === 'delivered')).toBe(true);
  });

  it('tries again after a 500 with the same id and a fresh timestamp, and keeps both attempts', async () => {
    const receiver = await receiving((_, count) => ({ status: count === 1 ? 500 : 200 }));
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    await runToRest();
    world.advance(4_999);
    await runToRest();
    expect(receiver.received).toHaveLength(1);
    world.advance(1);
    await runToRest();
    const [first, second] = receiver.received;
    expect(second?.webhookId).toBe(first?.webhookId);
    expect((second?.timestamp ?? 0) - (first?.timestamp ?? 0)).toBe(5);
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 2 });
    expect(await listAttempts(world.ports.store.session, delivery?.deliveryId ?? '')).toMatchObject([
      { attempt: 1, status: 500, outcome: 'answered 500', responseText: 'noted\uFFFD' },
      { attempt: 2, status: 200, outcome: 'delivered (200)' },
    ]);
  });

  it('gives up after ten attempts over the whole schedule', async () => {
    const receiver = await receiving(() => ({ status: 500 }));
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    for (const waitMs of [...RETRY_SCHEDULE_MS, 24 * 60 * MINUTE, 24 * 60 * MINUTE]) {
      world.advance(waitMs);
      await runToRest();
    }
    expect(receiver.received).toHaveLength(10);
    expect(new Set(idsOf(receiver)).size).toBe(1);
    expect(await deliveries()).toMatchObject([
      { status: 'gave_up', attempts: 10, lastOutcome: 'answered 500; gave up after 10 attempts' },
    ]);
  });

  it('disables the subscription of an endpoint that answers 410, and sends it nothing more', async () => {
    const receiver = await receiving(() => ({ status: 410 }));
    const { subscriptionId } = await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    await runToRest();
    await world.detect(exampleChange({ changeId: 'later' }));
    await runToRest();
    const { store, sealer } = world.ports;
    expect((await findSubscription(store.session, sealer, subscriptionId))?.status).toBe('disabled');
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ status: 'gave_up', attempts: 1 }]);
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await receiving();
    const receiver = await receiving(() => ({ status: 307, headers: { location: elsewhere.url } }));
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    await runToRest();
    expect(receiver.received).toHaveLength(1);
    expect(elsewhere.received).toHaveLength(0);
  });

  it('gives up on a private target with a reason the subscriber understands', async () => {
    await world.subscribe('http://169.254.169.254/latest/meta-data');
    await world.detect(exampleChange());
    await runToRest();
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ status: 'gave_up', attempts: 1 });
    expect(delivery?.lastOutcome).toContain('public addresses only');
  });

  it('leaves an endpoint alone for as long as its Retry-After asks', async () => {
    const answers = [{ status: 429, headers: { 'retry-after': '120' } }];
    const receiver = await receiving(() => answers.pop() ?? { status: 200 });
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    const notifier = createNotifier(world.ports);
    await notifier.start();
    await notifier.drained();
    await world.detect(exampleChange({ changeId: 'while paused' }));
    await notifier.drained();
    world.advance(119_999);
    await notifier.drained();
    expect(receiver.received).toHaveLength(1);
    world.advance(1);
    await notifier.drained();
    expect(receiver.received).toHaveLength(3);
    await notifier.stop();
  });

  it('gives others every place while one receiver never answers', async () => {
    const silent = await receiving(() => new Promise<Answer>(() => undefined));
    const places = world.ports.limits.concurrency;
    const others = await Promise.all(
      Array.from({ length: places / 2 }, () => receiving(() => new Promise(() => undefined))),
    );
    await world.subscribe(silent.url);
    await world.detect(...changes(20));
    const notifier = createNotifier(world.ports);
    await notifier.start();
    await silent.arrived(2);
    world.advance(500);
    for (const { url } of others) await world.subscribe(url);
    await world.detect(...changes(40).slice(20));
    await Promise.all(others.map((other) => other.arrived(2)));
    expect(silent.received).toHaveLength(2);
    for (const one of [silent, ...others]) await one.close();
    await notifier.stop();
  });

  it('does not let a slow receiver with a backlog hold up another', async () => {
    let release = (): void => undefined;
    const released = new Promise<Answer>((resolve) => {
      release = () => resolve({ status: 200 });
    });
    const slow = await receiving(() => released);
    const other = await receiving();
    await world.subscribe(slow.url);
    await world.detect(...changes(300));
    await runToRest({ ...world.ports.limits, concurrency: 0 });
    expect(await deliveries()).toHaveLength(300);
    world.advance(MINUTE);
    await world.subscribe(other.url);
    await world.detect(...changes(320).slice(300));
    const notifier = createNotifier(world.ports);
    await notifier.start();
    await other.arrived(20);
    expect(slow.received).toHaveLength(2);
    release();
    await slow.arrived(320);
    await notifier.stop();
    expect(new Set(idsOf(slow)).size).toBe(320);
  });
});
