import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assessImpact, changeFacts } from '#domain';
import { makeEvent, TOPICS } from '#events';
import type { LogRecord } from '#log';
import { listAlertsOfChange, listDeliveries, setSubscriptionStatus } from '#store';
import { createDeliveryWorker } from '../src/delivery-worker.ts';
import { matchChanges } from '../src/match-changes.ts';
import { createNotifier } from '../src/notifier.ts';
import { createProfileBook } from '../src/profile-book.ts';
import { exampleChange, exampleProfile } from './example-change.ts';
import { startReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(async () => {
  await world.close();
});

const NOWHERE = 'http://169.254.1.1/';
const record = (changeId: string): LogRecord => ({
  topic: TOPICS.changes,
  partition: 0,
  offset: '1',
  key: 'us-ecfr-15-744-supp4',
  position: 1,
  event: makeEvent({
    type: 'redline.change.detected',
    id: changeId,
    source: '/redline/differ',
    time: '2026-11-23T00:00:00.000Z',
    partitionkey: 'us-ecfr-15-744-supp4',
    correlation: 'capture-1',
    data: {
      changeId,
      changeType: 'entity.added',
      sourceId: 'us-ecfr-15-744-supp4',
      instrumentId: 'US-EL',
      alerting: true,
      baseline: false,
    },
  }),
});

describe('trouble', () => {
  it('with one profile neither silences the change for others nor for its own subscriber, and leaks nothing', async () => {
    const broken = await world.subscribe(NOWHERE, { profile: exampleProfile({ org: 'Broken KK' }) });
    const sound = await world.subscribe(NOWHERE);
    await world.detect(exampleChange());
    const { store, logger } = world.ports;
    const errors = vi.spyOn(logger, 'error');
    const group = matchChanges({
      ...world.ports,
      book: createProfileBook(world.ports),
      assess: (facts, prepared, now) => {
        if (prepared.profile.org === 'Broken KK') throw new Error('Acme Trading is too odd');
        return assessImpact(facts, prepared, now);
      },
    });
    const effect = await group.handle(record('c1'));
    await store.transaction(effect);
    const alerts = await listAlertsOfChange(store.session, 'c1');
    expect(alerts.map((alert) => alert.subscriptionId).sort()).toEqual(
      [broken.subscriptionId, sound.subscriptionId].sort(),
    );
    const unassessed = alerts.find((alert) => alert.subscriptionId === broken.subscriptionId);
    expect(unassessed?.impact).toMatchObject({ band: 'high', labels: ['not assessed'] });
    expect(errors).toHaveBeenCalledOnce();
    expect(JSON.stringify(errors.mock.calls)).not.toContain('Acme');
  });

  it('with a change that is not in the store yet asks for the record again', async () => {
    const group = matchChanges({ ...world.ports, book: createProfileBook(world.ports), assess: assessImpact });
    await expect(group.handle(record('missing'))).rejects.toMatchObject({ code: 'change_not_stored', retriable: true });
  });

  it('of our own while sending takes its place on the schedule instead of spinning', async () => {
    await world.subscribe(NOWHERE);
    await world.detect(exampleChange());
    const notifier = createNotifier({ ...world.ports, postWebhook: () => Promise.reject(new Error('bug')) });
    await notifier.start();
    await notifier.drained();
    await notifier.stop();
    expect(await listDeliveries(world.ports.store.session, {}, 10)).toMatchObject([
      { status: 'due', attempts: 1, nextAttemptAt: '2026-11-23T03:00:05.000Z' },
    ]);
  });

  it('never shows an address, a secret or what a receiver wrote in a log line', async () => {
    const receiver = await startReceiver(SECRET, () => ({ status: 500 }));
    const lines = vi.spyOn(world.ports.logger, 'info');
    await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    const notifier = createNotifier(world.ports);
    await notifier.start();
    await notifier.drained();
    await notifier.stop();
    await receiver.close();
    const attempted = lines.mock.calls.filter((call) => call.includes('delivery.attempted'));
    expect(attempted).toHaveLength(1);
    expect(attempted[0]?.[0]).toMatchObject({ attempt: 1, of: 10, outcome: 'answered 500', durationMs: 0 });
    const text = JSON.stringify(lines.mock.calls);
    for (const secret of [receiver.url, SECRET, 'noted', 'Example Optics']) expect(text).not.toContain(secret);
  });
});

describe('the profile book', () => {
  const heard = async (book: ReturnType<typeof createProfileBook>, position: number) =>
    [...(await book.open(await book.matching(changeFacts(exampleChange()), new Date(), position))).values()]
      .map((one) => one.subscriptionId)
      .sort();

  it('is read once for a burst of changes, and then only what was altered', async () => {
    const first = await world.subscribe(NOWHERE);
    const second = await world.subscribe(NOWHERE);
    await world.detect(...['a', 'b', 'c'].map((changeId) => exampleChange({ changeId })));
    const { store, log, sealer } = world.ports;
    const heads = vi.spyOn(log, 'headPosition');
    const book = createProfileBook({ store, log, sealer });
    const both = [first.subscriptionId, second.subscriptionId].sort();
    for (const position of [1, 2, 3]) expect(await heard(book, position)).toEqual(both);
    expect(heads).toHaveBeenCalledOnce();

    await world.subscribe(NOWHERE, { ...first, profile: exampleProfile({ jurisdictions: ['JP'] }) });
    await world.detect(exampleChange({ changeId: 'd' }));
    const opened = vi.spyOn(sealer, 'open');
    expect(await heard(book, 4)).toEqual([second.subscriptionId]);
    // The altered one for the index, the one that matched for its reasons.
    expect(opened).toHaveBeenCalledTimes(2);
  });

  it('follows what is altered from the next change on in every notifier, however many there are', async () => {
    const first = await world.subscribe(NOWHERE);
    await world.detect(exampleChange({ changeId: 'a' }));
    const { store, log, sealer } = world.ports;
    const books = Array.from({ length: 3 }, () => createProfileBook({ store, log, sealer }));
    const heardByAll = (position: number) => Promise.all(books.map((book) => heard(book, position)));
    expect(await heardByAll(1)).toEqual(books.map(() => [first.subscriptionId]));
    await world.subscribe(NOWHERE, { ...first, profile: exampleProfile({ jurisdictions: ['JP'] }) });
    const second = await world.subscribe(NOWHERE);
    await world.detect(exampleChange({ changeId: 'b' }));
    expect(await heardByAll(2)).toEqual(books.map(() => [second.subscriptionId]));
  });

  it('lets others have their turn while all profiles are read, and says when they were', async () => {
    for (let at = 0; at < 120; at += 1) await world.subscribe(NOWHERE);
    const { store, log, sealer } = world.ports;
    const book = createProfileBook({ store, log, sealer });
    expect(book.wasRead()).toBe(false);
    let turns = 0;
    const takeTurn = () => {
      if (book.wasRead()) return;
      turns += 1;
      setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    await book.read();
    expect(book.wasRead()).toBe(true);
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it('forgets who was disabled, hears of who was made anew, and is the same after a restart', async () => {
    const first = await world.subscribe(NOWHERE);
    const second = await world.subscribe(NOWHERE);
    await world.detect(exampleChange({ changeId: 'a' }));
    const { store, log, sealer } = world.ports;
    const book = createProfileBook({ store, log, sealer });
    expect(await heard(book, 1)).toHaveLength(2);
    await setSubscriptionStatus(store.session, first.subscriptionId, 'disabled');
    expect(await heard(book, 1)).toEqual([second.subscriptionId]);
    const third = await world.subscribe(NOWHERE);
    await world.detect(exampleChange({ changeId: 'b' }));
    const expected = [second.subscriptionId, third.subscriptionId].sort();
    expect(await heard(book, 2)).toEqual(expected);
    expect(await heard(createProfileBook({ store, log, sealer }), 2)).toEqual(expected);
  });
});

describe('a delivery whose subscription changed meanwhile', () => {
  it('is given up when the subscription was disabled', async () => {
    const receiver = await startReceiver(SECRET, () => ({ status: 500 }));
    const { subscriptionId } = await world.subscribe(receiver.url);
    await world.detect(exampleChange());
    const notifier = createNotifier(world.ports);
    await notifier.start();
    await notifier.drained();
    await notifier.stop();
    const { store, now } = world.ports;
    await store.session.updateTable('subscriptions').set({ status: 'disabled' }).execute();
    world.advance(5_000);
    await createDeliveryWorker(world.ports).runOnce(now());
    await receiver.close();
    expect(receiver.received).toHaveLength(1);
    expect(await listDeliveries(store.session, { subscriptionId }, 10)).toMatchObject([
      { status: 'gave_up', attempts: 2, lastOutcome: 'the subscription is disabled' },
    ]);
  });
});
