import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Digest } from '#digest';
import { createLogger } from '#process';
import {
  createSealer,
  findDigest,
  joinBurst,
  listAlertIdsOfBurst,
  listDeliveries,
  listDigests,
  openBurst,
  type Store,
  saveChange,
  saveSubscription,
  scheduleDigests,
} from '#store';
import { makeDigests } from '../../services/notifier/src/digest/make-digests.ts';
import { describeOverStores } from './adapters.ts';
import { aChange, aProfile } from './samples.ts';

const sealer = createSealer(new Uint8Array(32).fill(7));
const SUBSCRIPTIONS = 20;
const RUNS = ['2026-11-24T22:00:00.000Z', '2026-11-25T22:00:00.000Z', '2026-11-26T22:00:00.000Z'];

await describeOverStores('digests of several notifiers over one store', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const notifier = (now: Date) =>
    makeDigests(
      {
        store,
        sealer,
        logger: createLogger({ level: 'silent', service: 'notifier' }),
        now: () => now,
        sourceFreshness: async () => [],
      },
      now,
    );

  it('are made once each, hold every change once, and call for one delivery each', async () => {
    for (let index = 0; index < SUBSCRIPTIONS; index += 1) {
      const subscriptionId = `s${index}`;
      await saveSubscription(store.session, sealer, {
        subscriptionId,
        tenantId: 'default',
        name: subscriptionId,
        profile: aProfile(),
        channel: { kind: 'email', address: 'a@example.org' },
        cadence: 'daily',
        status: 'active',
        createdAt: '2026-11-24T00:00:00.000Z',
        hearsAfterPosition: 0,
      });
      const since = '2026-11-24T00:00:00.000Z';
      await scheduleDigests(store.session, {
        subscriptionId,
        tenantId: 'default',
        position: 0,
        since,
        nextRunAt: RUNS[0] ?? null,
      });
    }
    const detected: string[] = [];
    let made = 0;
    for (const run of RUNS) {
      const writing = Array.from({ length: 10 }, async (_, index) => {
        const changeId = `${run} ${index}`;
        detected.push(changeId);
        await store.transaction((tx) =>
          saveChange(tx, aChange(changeId), { readingId: 'r', previousReadingId: null }).then(() => undefined),
        );
      });
      const late = new Date(Date.parse(run) + 11 * 60_000);
      const rounds = await Promise.all([notifier(late), notifier(late), notifier(late), ...writing]);
      made += rounds.slice(0, 3).reduce<number>((sum, count) => sum + Number(count), 0);
    }
    const last = new Date(Date.parse(RUNS.at(-1) ?? '') + 30 * 3_600_000);
    made += (await Promise.all([notifier(last), notifier(last)])).reduce((sum, count) => sum + count, 0);
    expect(made).toBe(SUBSCRIPTIONS * (RUNS.length + 1));
    for (let index = 0; index < SUBSCRIPTIONS; index += 1) {
      const digests = (await listDigests(store.session, `s${index}`, 50)).toReversed();
      const told: string[] = [];
      for (const { digestId } of digests) {
        const found = await findDigest(store.session, sealer, digestId);
        told.push(...(JSON.parse(found?.body ?? '{}') as Digest).listChanges.map(({ changeId }) => changeId));
      }
      expect(told.toSorted()).toEqual(detected.toSorted());
    }
    expect(await listDeliveries(store.session, {}, 1_000)).toHaveLength(SUBSCRIPTIONS * (RUNS.length + 1));
  });

  it('and bursts take every alert once, however many join at the same moment', async () => {
    const lane = { subscriptionId: 's', tenantId: 'default', lane: 'prompt' };
    const times = { openedAt: '2026-11-24T00:00:00.000Z', closesAt: '2026-11-24T00:00:10.000Z' };
    await store.transaction((tx) => openBurst(tx, { burstId: 'b', ...lane, ...times }, 'a0'));
    const joining = Array.from({ length: 30 }, (_, index) =>
      store.transaction((tx) => joinBurst(tx, { alertId: `a${index + 1}`, ...lane, now: times.openedAt })),
    );
    expect(new Set(await Promise.all(joining))).toEqual(new Set(['b']));
    const ids = await listAlertIdsOfBurst(store.session, 'b');
    expect(new Set(ids).size).toBe(31);
    expect(ids).toHaveLength(31);
  });
});
