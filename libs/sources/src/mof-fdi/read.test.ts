import { describe, expect, it } from 'vitest';
import { aCapture } from '../source.fixture.ts';
import { writtenWorkbook } from '../spreadsheet/written-workbook.fixture.ts';
import { readIssuers } from './read.ts';

/** Written by us in the form of the Ministry's workbook; codes, names and headings are real, classes are examples. */
const HEADINGS = [
  '証券コード\n(Securities code)',
  'ISINコード\n(ISIN code)',
  '会社名（和名）\n(Company name (Japanese))',
  '会社名（英名）\n(Company name (English))',
  '区分\n(Classification)',
];
const ROWS: readonly (readonly (string | number)[])[] = [
  [1301, 'JP3257200000', '株式会社極洋', 'KYOKUYO CO.,LTD.', '①'],
  [6503, 'JP3902400005', '三菱電機株式会社', 'Mitsubishi Electric Corporation', '③'],
  ['130A', 'JP3777770001', '株式会社ベリタス・イン・シリコ', 'Veritas In Silico Inc.', '②'],
];

const workbook = (rows = ROWS, headings: readonly string[] = HEADINGS) =>
  writtenWorkbook([
    { name: '注意事項', rows: [['本リストは、外国投資家の便宜のために作成したものです。']] },
    { name: '上場企業の銘柄リスト', rows: [['令和６年９月13日'], headings, ...rows] },
  ]);

const read = async (bytes: Uint8Array) => readIssuers(aCapture(bytes));

async function listOf(bytes: Uint8Array) {
  const outcome = await read(bytes);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

describe('readIssuers', () => {
  it('reads each company under its securities code, with its class in words', async () => {
    const { entries, sections } = await listOf(await workbook());
    expect(entries[1]).toMatchObject({
      name: '三菱電機株式会社',
      identity: '6503',
      aliases: ['Mitsubishi Electric Corporation'],
      details: { 区分: '③ 指定業種（コア業種）' },
      additionEffect: 'tighten',
      noted: { ISIN: 'JP3902400005' },
      locator: '上場企業の銘柄リスト row 4',
    });
    expect(entries.map(({ identity, additionEffect }) => [identity, additionEffect])).toEqual([
      ['1301', 'neutral'],
      ['6503', 'tighten'],
      ['130A', 'tighten'],
    ]);
    expect(sections).toHaveLength(3);
  });

  it('takes columns for what their headings say, in any order', async () => {
    const turned = ROWS.map((row) => [...row].reverse());
    const { entries } = await listOf(await workbook(turned, [...HEADINGS].reverse()));
    expect(entries.map(({ name }) => name)).toEqual([
      '株式会社極洋',
      '三菱電機株式会社',
      '株式会社ベリタス・イン・シリコ',
    ]);
  });

  it('takes no note below the table for a company', async () => {
    const noted = [...ROWS, ['', '', '', '', ''], ['（注）', '', '', '', '']];
    expect((await listOf(await workbook(noted))).entries).toHaveLength(3);
  });

  it('holds a list whose headings or classes are no longer known', async () => {
    const renamed = await workbook(
      ROWS,
      HEADINGS.map((heading) => heading.replace('証券コード', '番号')),
    );
    expect((await read(renamed)).kind).toBe('structure_changed');
    const unclassed = ROWS.map((row) => [...row.slice(0, 4), '該当']);
    expect((await read(await workbook(unclassed))).kind).toBe('structure_changed');
  });

  it('holds what is cut short, empty or no workbook', async () => {
    const bytes = await workbook();
    expect((await read(bytes.subarray(0, bytes.length - 200))).kind).toBe('implausible');
    expect((await read(await workbook([]))).kind).toBe('implausible');
    expect((await read(new TextEncoder().encode('<html>404</html>'))).kind).toBe('structure_changed');
  });
});
