import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain';
import {
  findDevelopment,
  findDevelopmentChange,
  listDevelopmentChanges,
  listDevelopments,
  openStore,
  type Store,
  saveChange,
} from '#store';
import { aRule, listed } from './a-change.fixture.ts';
import { enterDevelopments } from './enter-developments.ts';
import { developmentsOf } from './join-changes.ts';

const LICENSE = aRule('2019-10829', { lineage: { citation: ['84 FR 23468'] } });
const EXTENSION = aRule('2019-17920', { lineage: { citation: ['84 FR 43487'] } });
/** Says of both that they are one thread: joins two developments that stood apart. */
const CORRECTION = aRule('2019-20000', {
  type: 'correction.substantive',
  lineage: { corrects: ['2019-10829', '2019-17920'] },
});
const RULE = aRule('2023-26935', { dates: { publishedOn: '2023-12-07' }, lineage: { citation: ['88 FR 85097'] } });
const CODIFIED = listed('us-ecfr-15-744-supp4', 'Aram Kocharyan', '2023-12-07T12:00:00.000Z');
const SCREENED = listed('us-csl', 'ARAM KOCHARYAN', '2023-12-08T13:00:00.000Z');
const ALL = [LICENSE, EXTENSION, CORRECTION, RULE, CODIFIED, SCREENED];

describe('entering developments', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
  });
  afterEach(() => store.close());

  const enter = (...changes: readonly Change[]) =>
    store.transaction(async (tx) => {
      for (const change of changes) await saveChange(tx, change, { readingId: 'r', previousReadingId: null });
      await enterDevelopments(tx, changes);
    });
  const stored = async () => {
    const found = await listDevelopments(store.session, {}, 100);
    const lines: string[] = [];
    for (const { developmentId } of found) {
      const places = await listDevelopmentChanges(store.session, developmentId);
      lines.push([developmentId, ...places.map((one) => one.changeId)].join(' '));
    }
    return lines.toSorted();
  };

  it('keeps an old id as an alias when a later change joins two developments', async () => {
    await enter(LICENSE);
    await enter(EXTENSION);
    const [first, second] = developmentsOf([LICENSE, EXTENSION]);
    await enter(CORRECTION);
    const merged = await findDevelopment(store.session, second?.developmentId ?? '');
    expect(merged).toEqual(await findDevelopment(store.session, first?.developmentId ?? ''));
    expect(merged).toMatchObject({ changeCount: 3, title: 'Addition of Entities to the Entity List' });
    expect(await listDevelopments(store.session, {}, 10)).toHaveLength(1);
  });

  it('ends with the developments that the whole set makes, whatever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ALL, { minLength: ALL.length }), async (shuffled) => {
        await store.close();
        store = await openStore('sqlite::memory:');
        for (const change of shuffled) await enter(change);
        const whole = developmentsOf(ALL).map((one) => [one.developmentId, ...one.members.toSorted()].join(' '));
        expect(await stored()).toEqual(whole.toSorted());
      }),
      { numRuns: 20 },
    );
  });

  it('marks what another source told before as confirming it', async () => {
    await enter(RULE);
    await enter(CODIFIED);
    await enter(SCREENED);
    expect(await findDevelopmentChange(store.session, CODIFIED.changeId)).toMatchObject({ confirmsChangeId: null });
    expect(await findDevelopmentChange(store.session, SCREENED.changeId)).toMatchObject({
      confirmsChangeId: CODIFIED.changeId,
      differs: [],
    });
  });

  it('marks what repeats among changes that are entered at once, in their order', async () => {
    await enter(CODIFIED, SCREENED);
    expect(await findDevelopmentChange(store.session, CODIFIED.changeId)).toMatchObject({ confirmsChangeId: null });
    expect(await findDevelopmentChange(store.session, SCREENED.changeId)).toMatchObject({
      confirmsChangeId: CODIFIED.changeId,
      differs: [],
    });
  });

  it('ends with the same developments when all are entered at once', async () => {
    await enter(...ALL);
    const whole = developmentsOf(ALL).map((one) => [one.developmentId, ...one.members.toSorted()].join(' '));
    expect(await stored()).toEqual(whole.toSorted());
  });

  it('marks what the second source says otherwise', async () => {
    await enter(CODIFIED);
    const other = listed('us-csl', 'Aram Kocharyan', '2023-12-08T13:00:00.000Z', {
      reviewPolicy: { kind: 'case_by_case', text: 'Case-by-case basis' },
    });
    await enter(other);
    expect(await findDevelopmentChange(store.session, other.changeId)).toMatchObject({
      confirmsChangeId: CODIFIED.changeId,
      differs: [{ field: 'reviewPolicy', earlier: 'Presumption of denial', later: 'Case-by-case basis' }],
    });
  });

  it('takes history for nothing that was told', async () => {
    await enter({ ...CODIFIED, detection: { ...CODIFIED.detection, baseline: true } });
    await enter(SCREENED);
    expect(await findDevelopmentChange(store.session, SCREENED.changeId)).toMatchObject({ confirmsChangeId: null });
  });
});
