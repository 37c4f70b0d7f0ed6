import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimDueDeliveries, countDeliveries, listDeliveries } from '#store';
import { createDeliveryWorker } from '../src/delivery-worker.ts';
import { createNotifier } from '../src/notifier.ts';
import { exampleChange } from './example-change.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

let world: World;
let receiver: WebhookReceiver;

beforeEach(async () => {
  world = await createWorld();
  receiver = await startReceiver(SECRET);
});

afterEach(async () => {
  await receiver.close();
  await world.close();
});

const changes = (count: number) =>
  Array.from({ length: count }, (_, at) => exampleChange({ changeId: `change-${at}` }));
const distinctIds = () => new Set(receiver.received.map((one) => one.webhookId)).size;

describe('a restart', () => {
  it('in the middle loses nothing and sends nothing twice', async () => {
    await world.subscribe(receiver.url);
    await world.detect(...changes(40));
    for (const count of [5, 20]) {
      const notifier = createNotifier(world.ports);
      await notifier.start();
      await receiver.arrived(count);
      await notifier.stop();
    }
    const last = createNotifier(world.ports);
    await last.start();
    await last.drained();
    await last.stop();
    expect(receiver.received).toHaveLength(40);
    expect(distinctIds()).toBe(40);
    expect(await countDeliveries(world.ports.store.session)).toEqual(new Map([['delivered', 40]]));
  });

  it('repeats an attempt under the same id when the process died between sending and recording', async () => {
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    const { store } = world.ports;
    let died = false;
    const dying = createNotifier({
      ...world.ports,
      store: {
        ...store,
        // A proxy, because a session is a class with private state.
        session: new Proxy(store.session, {
          get: (session, name) => {
            if (died && name === 'transaction') throw new Error('the process is gone');
            const member: unknown = Reflect.get(session, name, session);
            return typeof member === 'function' ? member.bind(session) : member;
          },
        }),
      },
      postWebhook: async (request) => {
        const answer = await world.ports.postWebhook(request);
        died = true;
        return answer;
      },
    });
    await dying.start();
    await dying.drained();
    await dying.stop();
    expect(await listDeliveries(store.session, {}, 10)).toMatchObject([{ status: 'due', attempts: 0 }]);

    const worker = createDeliveryWorker(world.ports);
    expect(await worker.runOnce(world.ports.now())).toBe(0);
    world.advance(70_000);
    expect(await worker.runOnce(world.ports.now())).toBe(1);
    expect(receiver.received).toHaveLength(2);
    expect(distinctIds()).toBe(1);
  });

  it('leaves what another worker has claimed to that worker', async () => {
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    const quiet = createNotifier({
      ...world.ports,
      limits: { ...world.ports.limits, concurrency: 0 },
    });
    await quiet.start();
    await quiet.drained();
    await quiet.stop();
    const { store, now } = world.ports;
    const claim = { now: now().toISOString(), claimedUntil: '2026-11-23T04:00:00.000Z', limit: 10 };
    await store.transaction((tx) => claimDueDeliveries(tx, store.dialect, claim));
    await createDeliveryWorker(world.ports).runOnce(now());
    expect(receiver.received).toHaveLength(0);
  });

  it('of a worker that outlived its claim does not undo what the next worker recorded', async () => {
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    const { store, now } = world.ports;
    let answerLate = (): void => undefined;
    const late = createNotifier({
      ...world.ports,
      postWebhook: () =>
        new Promise((resolve) => {
          answerLate = () => resolve({ kind: 'answered', status: 500, bodyText: '' });
        }),
    });
    await late.start();
    await vi.waitUntil(async () => (await late.progress()).attemptsUnderWay === 1);
    world.advance(70_000);
    await createDeliveryWorker(world.ports).runOnce(now());
    answerLate();
    await late.stop();
    expect(receiver.received).toHaveLength(1);
    expect(await listDeliveries(store.session, {}, 10)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });
});
