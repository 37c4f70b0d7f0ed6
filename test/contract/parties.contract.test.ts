import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change, ListEntry } from '#domain';
import {
  countChangesByDay,
  createSealer,
  findPartyNames,
  lastChangeOfInstruments,
  listChanges,
  listChangesOfSubjects,
  listingsOfSubjects,
  listOwnUrgentChanges,
  namesOfParty,
  newestChangePosition,
  type Store,
  saveAlert,
  saveChange,
  saveSubscription,
} from '#store';
import { inventedSource } from '../../services/differ/src/a-source.fixture.ts';
import { enterParties } from '../../services/differ/src/list/enter-parties.ts';
import { entity } from '../../services/differ/src/list/list-entry.fixture.ts';
import { describeOverStores } from './adapters.ts';
import { aChange, aSubscription } from './samples.ts';

const FIRST = '2026-01-01T00:00:00.000Z';
const SECOND = '2026-01-02T00:00:00.000Z';
const THIRD = '2026-01-03T00:00:00.000Z';

await describeOverStores('what the pages ask', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const read = (sourceId: string, entries: readonly ListEntry[], now: string, changes: readonly Change[] = []) =>
    store.transaction((tx) =>
      enterParties(tx, [
        { source: inventedSource({ id: sourceId }), reading: { kind: 'list', entries, sections: [] }, changes, now },
      ]),
    );
  const listings = async (nameKey: string) => {
    const names = await namesOfParty(store.session, nameKey, 100);
    return listingsOfSubjects(store.session, [...new Set(names.map(({ subjectKey }) => subjectKey))]);
  };

  it('follows a party over lists: seen, gone, and there again', async () => {
    const alpha = entity('Alpha Optics Co., Ltd.', { aliases: ['阿尔法光学有限公司'] });
    await read('one', [alpha, entity('Beta')], FIRST);
    await read('two', [{ ...alpha, list: 'EUL', name: 'ALPHA OPTICS' }], FIRST);
    expect(await listings('alphaoptics')).toMatchObject([
      { sourceId: 'one', name: 'Alpha Optics Co., Ltd.', list: 'EL', seenAt: FIRST, goneAt: null },
      { sourceId: 'two', name: 'ALPHA OPTICS', list: 'EUL', seenAt: FIRST, goneAt: null },
    ]);
    await read('one', [entity('Beta')], SECOND);
    expect((await listings('alphaoptics'))[0]).toMatchObject({ seenAt: FIRST, goneAt: SECOND });
    await read('one', [alpha, entity('Beta')], THIRD);
    expect((await listings('alphaoptics'))[0]).toMatchObject({ seenAt: FIRST, goneAt: null });
    await read('one', [alpha, entity('Beta')], THIRD);
    expect(await listings('阿尔法光学')).toHaveLength(2);
  });

  it('finds names that hold a key, the shortest first, and counts their entries', async () => {
    await read('one', [entity('Alpha Optics Holding'), entity('Alpha')], FIRST);
    await read('two', [entity('Alpha', { list: 'EUL' })], FIRST);
    expect(await findPartyNames(store.session, 'alpha', 10)).toEqual([
      { nameKey: 'alpha', printed: 'Alpha', entries: 2 },
      { nameKey: 'alphaopticsholding', printed: 'Alpha Optics Holding', entries: 1 },
    ]);
    expect(await findPartyNames(store.session, 'alpha%', 10)).toHaveLength(2);
  });

  it('knows the parties that a document names, without a list', async () => {
    const change: Change = {
      ...aChange('c1'),
      after: { name: 'Gamma Inc.' },
      subject: { kind: 'entity', key: 'subject', label: 'Gamma Inc.' },
    };
    await read('one', [], FIRST, [change]);
    await saveChange(store.session, change, { readingId: 'r', previousReadingId: null });
    expect(await namesOfParty(store.session, 'gamma', 10)).toMatchObject([{ subjectKey: 'subject' }]);
    expect(
      (await listChangesOfSubjects(store.session, ['subject'], 10)).map(({ change: one }) => one.changeId),
    ).toEqual(['c1']);
    expect(await listings('gamma')).toEqual([]);
  });

  it('counts changes by day and knows the last of each instrument', async () => {
    for (const [id, detectedAt] of [
      ['a', FIRST],
      ['b', FIRST],
      ['c', SECOND],
    ] as const) {
      await saveChange(store.session, { ...aChange(id), detectedAt }, { readingId: 'r', previousReadingId: null });
    }
    const { instrumentId } = aChange('a');
    const byDay = await countChangesByDay(store.session, FIRST);
    expect(byDay.toSorted((a, b) => a.day.localeCompare(b.day))).toEqual([
      { instrumentId, day: '2026-01-01', count: 2 },
      { instrumentId, day: '2026-01-02', count: 1 },
    ]);
    expect(await lastChangeOfInstruments(store.session)).toEqual(
      new Map([[instrumentId, { changeId: 'c', detectedAt: SECOND }]]),
    );
    expect(await newestChangePosition(store.session)).toBe(
      (await listChanges(store.session, {}, 1, 'newestFirst'))[0]?.position,
    );
  });

  it('names what is urgent to one tenant, each change once with its highest score, and narrows the list to it', async () => {
    const sealer = createSealer(new Uint8Array(32).fill(7));
    for (const [id, tenant] of [
      ['s1', 'default'],
      ['s2', 'default'],
      ['s3', 'chips'],
    ] as const) {
      await saveSubscription(store.session, sealer, aSubscription(id, tenant));
    }
    for (const id of ['a', 'b'])
      await saveChange(store.session, aChange(id), { readingId: 'r', previousReadingId: null });
    const alert = (changeId: string, subscriptionId: string, score: number, band: 'critical' | 'high') =>
      saveAlert(store.session, {
        alertId: `${changeId} ${subscriptionId}`,
        changeId,
        subscriptionId,
        impact: { score, band, labels: [], reasons: [] },
        raisedAt: SECOND,
      });
    await alert('a', 's1', 70, 'high');
    await alert('a', 's2', 90, 'critical');
    await alert('b', 's3', 99, 'critical');
    const wanted = { bands: ['critical', 'high'], since: FIRST } as const;
    const urgent = await listOwnUrgentChanges(store.session, 'default', wanted, 10);
    expect(urgent.map(({ stored, score, band }) => [stored.change.changeId, score, band])).toEqual([
      ['a', 90, 'critical'],
    ]);
    const told = await listChanges(store.session, { toldTo: { tenantId: 'default', bands: ['high'] } }, 10);
    expect(told.map(({ change }) => change.changeId)).toEqual(['a']);
  });
});
