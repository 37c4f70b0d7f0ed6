import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry, ListReading } from '#domain';
import { metiEndUserList, metiRussia, mofAssetFreeze, type Source, type SourceFamily } from '#sources';
import { diffLists } from './diff-lists.ts';
import { guardList } from './guard-list.ts';

const corpus = process.env.REDLINE_CORPUS ?? join(import.meta.dirname, '../../../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log(`no corpus at ${corpus}: real captures of Japanese lists are not compared here`);

const guard = { minEntries: 5, maxLossShare: 0.1, confirmAfterMinutes: 0 };
const source: Source = {
  id: 'jp',
  family: '',
  title: '',
  jurisdiction: 'JP',
  instrumentId: 'JP-FEFA',
  url: '',
  link: '',
  schedule: '',
  timeZone: 'Asia/Tokyo',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 60,
  maxBodyBytes: 1,
  guard,
  firstCapture: 'history',
  documentSpace: 'jp',
  params: {},
};

async function reading(family: SourceFamily, path: string): Promise<ListReading> {
  const bytes = readFileSync(join(corpus, path));
  const outcome = await family.read(source, { bytes, mediaType: '', url: '', retrievedAt: '' });
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list')
    throw new Error(`${path}: ${JSON.stringify(outcome)}`);
  return outcome.reading;
}

function typeCounts(before: ListReading, after: ListReading): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of diffLists(before, after)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Positions by which a list is put into another order: the last takes the place of one before it, again and again. */
const orders = fc.array(fc.nat(), { minLength: 5, maxLength: 40 });

function reordered(entries: readonly ListEntry[], moves: readonly number[]): readonly ListEntry[] {
  const moved = [...entries];
  for (const move of moves) moved.splice(move % moved.length, 0, ...moved.splice(-1 - (move % 7), 1 + (move % 7)));
  return moved;
}

const endUsers = (name: string) => reading(metiEndUserList, `jp-meti-end-user-list/${name}`);
const frozen = () => reading(mofAssetFreeze, 'jp-mof-asset-freeze/2026-03-05T0000Z.xlsx');

describe.runIf(present)('Japanese lists of the corpus', () => {
  it('finds from a PDF to a workbook what METI announced: 87 users more, no column and no number as news', async () => {
    const [before, after] = [await endUsers('2025-01-31T0000Z.pdf'), await endUsers('2025-09-29T0000Z.xlsx')];
    expect([before.entries.length, after.entries.length]).toEqual([748, 835]);
    expect(guardList(before, after, guard)).toEqual({ kind: 'plausible' });
    expect(typeCounts(before, after)).toEqual({
      'entity.added': 92,
      'entity.removed': 5,
      'entity.name_changed': 5,
      'entity.detail_changed': 3,
    });
  });

  it('finds 31 designations in a leaflet, and no removal of those it does not name', async () => {
    const file = (day: string) => reading(metiRussia, `jp-meti-russia-entities/${day}T0000Z-third-countries.pdf`);
    const [before, after] = [await file('2024-06-21'), await file('2025-01-16')];
    expect(guardList(before, after, guard)).toEqual({ kind: 'plausible' });
    expect(typeCounts(before, after)).toEqual({ 'entity.added': 31 });
  });

  it('reads 2,862 parties in 45 sheets, as many in each as the ministry lists', async () => {
    const { entries, sections } = await frozen();
    expect(entries).toHaveLength(2_862);
    expect(sections).toHaveLength(44);
    expect(sections.filter(({ lifted }) => lifted).map(({ section }) => section)).toEqual([
      'リベリア',
      'コートジボワール',
      'イラン',
    ]);
    expect(sections.find(({ section }) => section === 'ロシア連邦(個人)')?.entries).toBe(752);
  });

  it('T1, T25: finds nothing in any other order of either list', { timeout: 60_000 }, async () => {
    for (const list of [await endUsers('2025-09-29T0000Z.xlsx'), await frozen()]) {
      fc.assert(
        fc.property(orders, (moves) => {
          expect(typeCounts(list, { ...list, entries: reordered(list.entries, moves) })).toEqual({});
        }),
        { numRuns: 15 },
      );
    }
  });

  it('finds exactly the parties taken away and put in, wherever they stand', { timeout: 60_000 }, async () => {
    const list = await frozen();
    const indexes = fc.uniqueArray(fc.nat(list.entries.length - 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(indexes, (chosen) => {
        const gone = new Set(chosen);
        const without = { ...list, entries: list.entries.filter((_, index) => !gone.has(index)) };
        expect(typeCounts(list, without)).toEqual({ 'entity.removed': chosen.length });
        expect(typeCounts(without, list)).toEqual({ 'entity.added': chosen.length });
      }),
      { numRuns: 15 },
    );
  });

  it('holds a workbook that lost a sheet', async () => {
    const list = await frozen();
    const kept = list.entries.filter(({ section }) => section !== 'イラン(団体)');
    const sections = list.sections.filter(({ section }) => section !== 'イラン(団体)');
    expect(guardList(list, { ...list, entries: kept, sections }, guard)).toEqual({
      kind: 'implausible',
      because: 'section イラン(団体) with 78 entries vanished',
    });
  });
});
