import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '#digest';
import {
  findDigest,
  listDeliveries,
  listDigests,
  type Subscription,
  saveSubscription,
  scheduleDigests,
  settledChangePosition,
} from '#store';
import { nextDigestRun } from '#time';
import { digestScheduleOf } from '../src/digest/digest-schedule-of.ts';
import { makeDigests } from '../src/digest/make-digests.ts';
import { createNotifier, type Notifier } from '../src/notifier.ts';
import { exampleChange, exampleProfile } from './example-change.ts';
import { createWorld, type World } from './world.ts';

const NOWHERE = 'http://169.254.1.1/';
const HOUR_MS = 3_600_000;
const checked = { sourceId: 'us-ecfr-15-744-supp4', title: 'Entity List', fresh: false, problem: 'Cannot be reached.' };
let world: World;
let notifier: Notifier;

beforeEach(async () => {
  world = await createWorld({ sourceFreshness: async () => [checked] });
  notifier = createNotifier(world.ports);
});

afterEach(async () => {
  await notifier.stop();
  await world.close();
});

async function subscribe(parts: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription = await world.subscribe(NOWHERE, { cadence: 'daily', ...parts });
  await schedule(subscription);
  return subscription;
}

async function schedule({ subscriptionId, tenantId, ...rest }: Subscription): Promise<void> {
  const { store } = world.ports;
  const now = new Date();
  await scheduleDigests(store.session, {
    subscriptionId,
    tenantId,
    position: await settledChangePosition(store),
    since: now.toISOString(),
    nextRunAt: nextDigestRun(digestScheduleOf(rest), now).toISOString(),
  });
}

const make = () => makeDigests(world.ports, new Date());
const madeFor = async ({ subscriptionId }: Subscription) =>
  (await listDigests(world.ports.store.session, subscriptionId, 100)).toReversed();
async function bodyOf(digestId: string): Promise<Digest> {
  const found = await findDigest(world.ports.store.session, world.ports.sealer, digestId);
  return JSON.parse(found?.body ?? '{}') as Digest;
}

describe('digests', () => {
  it('are made at the hour that was chosen, in the zone of the profile, and say what was checked when nothing changed', async () => {
    const subscription = await subscribe({ digest: { at: '18:30', weekday: 'monday' } });
    expect(await make()).toBe(0);
    world.advance(6.5 * HOUR_MS);
    expect(await make()).toBe(1);
    const [digest] = await madeFor(subscription);
    expect(digest).toMatchObject({ scheduledAt: '2026-11-23T09:30:00.000Z', timeZone: 'Asia/Tokyo', told: 0 });
    const { header } = await bodyOf(digest?.digestId ?? '');
    expect(header).toMatchObject({ isEmpty: true, sources: [checked], gaps: [checked] });
    expect(await listDeliveries(world.ports.store.session, {}, 10)).toMatchObject([
      { messageKind: 'digest', subjectId: digest?.digestId, status: 'due' },
    ]);
  });

  it('tell what matched, once it was matched, and what was told below the threshold too', async () => {
    const subscription = await subscribe({ cadence: 'immediate', profile: exampleProfile({ minBand: 'critical' }) });
    await world.detect(exampleChange({ stage: 'announced' }), exampleChange({ changeId: 'silent', alerting: false }));
    world.advance(24 * HOUR_MS);
    // The change is stored and not matched yet: the digest waits for that.
    expect(await makeDigests(world.ports, new Date('2026-11-23T22:05:00Z'))).toBe(0);
    await notifier.start();
    await notifier.drained();
    const [digest] = await madeFor(subscription);
    expect(digest?.told).toBe(1);
    const body = await bodyOf(digest?.digestId ?? '');
    expect(body.listChanges.map(({ changeId, band }) => [changeId, band])).toEqual([['c1', 'info']]);
    expect(body.notAlerted).toMatchObject([{ because: 'silent kind', count: 1 }]);
    // A program that is told at once gets no digest sent.
    expect(await listDeliveries(world.ports.store.session, {}, 10)).toEqual([]);
  });

  it('judge what was never matched themselves when that takes too long', async () => {
    const subscription = await subscribe();
    await world.detect(exampleChange());
    world.advance(24 * HOUR_MS);
    expect(await make()).toBe(1);
    expect(await madeFor(subscription)).toMatchObject([{ told: 1 }]);
  });

  it('tell what came while the subscription was disabled, once it is enabled again, and alert of what comes then', async () => {
    const { store, sealer, log } = world.ports;
    const subscription = await subscribe({ cadence: 'immediate' });
    const save = (parts: Partial<Subscription>) =>
      saveSubscription(store.session, sealer, { ...subscription, ...parts });
    const alerted = async () => (await store.session.selectFrom('alerts').select('changeId').execute()).map(String);
    await notifier.start();
    await world.detect(exampleChange({ changeId: 'heard' }));
    await notifier.drained();
    await save({ status: 'disabled' });
    await world.detect(exampleChange({ changeId: 'missed' }), exampleChange({ changeId: 'silent', alerting: false }));
    await notifier.drained();
    expect(await alerted()).toHaveLength(1);
    await save({ hearsAfterPosition: await log.headPosition(store.session) });
    await world.detect(exampleChange({ changeId: 'afterwards' }));
    await notifier.drained();
    expect(await alerted()).toHaveLength(2);
    world.advance(24 * HOUR_MS);
    await make();
    const [digest] = await madeFor(subscription);
    const body = await bodyOf(digest?.digestId ?? '');
    expect(body.listChanges.map(({ changeId }) => changeId)).toEqual(['heard', 'missed', 'afterwards']);
  });

  it('are sealed: nothing of a profile lies readable in the store', async () => {
    const counterparties = [{ name: 'Huawei Technologies Co., Ltd.', aliases: ['Secret customer'] }];
    await subscribe({ profile: exampleProfile({ counterparties }) });
    await world.detect(exampleChange());
    world.advance(24 * HOUR_MS);
    await make();
    const rows = await world.ports.store.session.selectFrom('digests').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Huawei');
  });

  it('hold every change exactly once, over missed runs, restarts and changes of cadence', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }).map((count) => ({ kind: 'detect' as const, count })) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }).map((hours) => ({ kind: 'wait' as const, hours })) },
      { weight: 3, arbitrary: fc.constant({ kind: 'make' as const }) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('daily', 'weekly', 'immediate')
          .map((cadence) => ({ kind: 'cadence' as const, cadence })),
      },
    );
    let run = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      run += 1;
      const subscription = await subscribe();
      const detected: string[] = [];
      for (const one of steps) {
        if (one.kind === 'wait') world.advance(one.hours * HOUR_MS);
        if (one.kind === 'make') await make();
        if (one.kind === 'cadence') {
          const changed = { ...subscription, cadence: one.cadence } as Subscription;
          await saveSubscription(world.ports.store.session, world.ports.sealer, changed);
          await schedule(changed);
        }
        for (let at = 0; one.kind === 'detect' && at < one.count; at += 1) {
          const changeId = `run ${run} change ${detected.length}`;
          detected.push(changeId);
          await world.detect(exampleChange({ changeId, detectedAt: new Date().toISOString() }));
        }
      }
      world.advance(8 * 24 * HOUR_MS);
      await make();
      const digests = await madeFor(subscription);
      const bodies = await Promise.all(digests.map(({ digestId }) => bodyOf(digestId)));
      expect(bodies.flatMap(({ listChanges }) => listChanges.map(({ changeId }) => changeId))).toEqual(detected);
      for (const [index, digest] of digests.entries()) {
        const next = digests[index + 1];
        if (next) expect([next.fromPosition, next.periodFrom]).toEqual([digest.toPosition, digest.periodTo]);
      }
      expect(new Set(digests.map(({ scheduledAt }) => scheduledAt)).size).toBe(digests.length);
      await world.ports.store.session.updateTable('subscriptions').set({ status: 'disabled' }).execute();
    });
    await fc.assert(property, { numRuns: 15 });
  });
});
