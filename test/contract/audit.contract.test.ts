import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Act,
  createSealer,
  FIRST_LINK,
  lastGoodPollBefore,
  listOpenAlerts,
  listPolls,
  listTrail,
  recordAct,
  recordPoll,
  type Store,
  saveAlert,
  saveSubscription,
  trailHead,
  verifyTrail,
} from '#store';
import { describeOverStores } from './adapters.ts';
import { aProfile } from './samples.ts';

const by = (tenantId: string) => ({ tenantId, who: '森 愛子', via: 'session' });
const AT = '2026-11-24T09:00:00.000Z';

const act = (subjectId: string, toState = 'acknowledged'): Act => ({
  act: toState === 'open' ? 'review.reopened' : 'review.acknowledged',
  subjectKind: 'change',
  subjectId,
  fromState: 'open',
  toState,
  detail: { text: '"quoted" 理由 😀', left: undefined },
});

await describeOverStores('the audit trail', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('numbers and chains the entries of each tenant for itself', async () => {
    for (const tenant of ['optics', 'chips', 'optics']) await recordAct(store.session, by(tenant), AT, act('c'));
    const entries = await listTrail(store.session, 'optics', {}, 10);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(entries[0]?.previousHash).toBe(FIRST_LINK);
    expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
    expect(entries[0]?.detail).toEqual({ text: '"quoted" 理由 😀' });
    expect(await verifyTrail(store.session, 'chips')).toMatchObject({ kind: 'intact', entries: 1 });
    expect(await verifyTrail(store.session, 'nobody')).toMatchObject({ kind: 'intact', entries: 0 });
  });

  it('gives every one of many writers at once a place of its own', async () => {
    const writers = Array.from({ length: 12 }, (_, index) =>
      store.transaction((tx) => recordAct(tx, by('optics'), AT, act(`c${index}`))),
    );
    await Promise.all(writers);
    expect(await verifyTrail(store.session, 'optics')).toMatchObject({ kind: 'intact', entries: 12 });
  });

  it('keeps no entry of what was not done', async () => {
    const failing = store.transaction(async (tx) => {
      await recordAct(tx, by('optics'), AT, act('c'));
      throw new Error('not done');
    });
    await expect(failing).rejects.toThrow('not done');
    expect(await trailHead(store.session, 'optics')).toEqual({ sequence: 0, hash: FIRST_LINK });
  });

  it('leaves open what the last act left open', async () => {
    const sealer = createSealer(new Uint8Array(32).fill(7));
    const subscription = {
      subscriptionId: 's',
      tenantId: 'optics',
      name: 's',
      profile: aProfile(),
      cadence: 'daily',
    } as const;
    const rest = { channel: { kind: 'digest' }, status: 'active', createdAt: AT, hearsAfterPosition: 0 } as const;
    await saveSubscription(store.session, sealer, { ...subscription, ...rest });
    const impact = { score: 9, band: 'low', reasons: [], labels: [] } as const;
    for (const changeId of ['a', 'b']) {
      await saveAlert(store.session, { alertId: changeId, changeId, subscriptionId: 's', impact, raisedAt: AT });
    }
    const openIds = async (tenant: string) => (await listOpenAlerts(store.session, tenant)).map((one) => one.changeId);
    await recordAct(store.session, by('chips'), AT, act('a'));
    expect((await openIds('optics')).sort()).toEqual(['a', 'b']);
    await recordAct(store.session, by('optics'), AT, act('a'));
    expect(await openIds('optics')).toEqual(['b']);
    await recordAct(store.session, by('optics'), AT, act('a', 'open'));
    expect((await openIds('optics')).sort()).toEqual(['a', 'b']);
    expect(await openIds('chips')).toEqual([]);
  });

  it('stands beside a ledger of polls that is read by the instant at which each ended', async () => {
    const poll = { sourceId: 's', startedAt: AT, detail: '', requests: 2 };
    const ends = ['09', '10', '11'].map((hour) => `2026-11-24T${hour}:00:00.000Z`);
    for (const [index, finishedAt] of ends.entries()) {
      await recordPoll(store.session, { ...poll, finishedAt, outcome: index === 1 ? 'failed' : 'unchanged' });
    }
    expect((await listPolls(store.session, 's', ends[0] ?? '', ends[2] ?? '')).map((one) => one.outcome)).toEqual([
      'unchanged',
      'failed',
    ]);
    expect((await lastGoodPollBefore(store.session, 's', ends[2] ?? ''))?.finishedAt).toBe(ends[0]);
    expect(await lastGoodPollBefore(store.session, 'other', ends[2] ?? '')).toBeUndefined();
  });

  it('shows any single alteration of any entry, and any entry that is gone', async () => {
    for (let index = 0; index < 5; index += 1) await recordAct(store.session, by('optics'), AT, act(`c${index}`));
    const head = await trailHead(store.session, 'optics');
    const entries = await listTrail(store.session, 'optics', {}, 10);
    const column = fc.constantFrom('at', 'who', 'via', 'act', 'subjectKind', 'subjectId', 'fromState', 'toState');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...entries), column, fc.boolean(), async (entry, name, gone) => {
        const tampered = new Error('undone again');
        let seen = '';
        const change = store.transaction(async (tx) => {
          if (gone) await tx.deleteFrom('auditTrail').where('sequence', '=', entry.sequence).execute();
          else
            await tx
              .updateTable('auditTrail')
              .set({ [name]: 'x' })
              .where('sequence', '=', entry.sequence)
              .execute();
          seen = (await verifyTrail(tx, 'optics', head)).kind;
          throw tampered;
        });
        await expect(change).rejects.toBe(tampered);
        expect(seen).toBe('broken');
      }),
      { numRuns: 25 },
    );
    expect(await verifyTrail(store.session, 'optics', head)).toMatchObject({ kind: 'intact', entries: 5 });
  });
});

describe('the code', () => {
  it('never alters or deletes an entry of the audit trail', () => {
    const root = join(import.meta.dirname, '../..');
    const files = ['libs', 'services'].flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(root, top, name)),
    );
    const product = files.filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\/test\//.test(path));
    expect(product.length).toBeGreaterThan(300);
    const altering = product.filter((path) =>
      /(?:updateTable|deleteFrom)\('auditTrail'|(?:update|delete from) audit_trail/.test(readFileSync(path, 'utf8')),
    );
    expect(altering).toEqual([]);
  });
});
