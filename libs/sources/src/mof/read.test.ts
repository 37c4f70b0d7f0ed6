import { describe, expect, it } from 'vitest';
import type { ListReading, ReadOutcome } from '#domain';
import { FREEZE_CSV, freezeWorkbook, KOREA, SHEETS, TALIBAN } from './asset-freeze.fixture.ts';
import { readAssetFreeze } from './read.ts';

const read = (bytes: Uint8Array, mediaType = ''): Promise<ReadOutcome> =>
  readAssetFreeze({ bytes, mediaType, url: '', retrievedAt: '' });
const csv = (text: string) => read(new TextEncoder().encode(text), 'text/csv');

async function listOf(outcome: Promise<ReadOutcome>): Promise<ListReading> {
  const read = await outcome;
  if (read.kind !== 'read' || read.reading.kind !== 'list') throw new Error(JSON.stringify(read));
  return read.reading;
}

describe('readAssetFreeze', () => {
  it('reads each sheet by its own headings, and the English name before the Japanese', async () => {
    const { entries } = await listOf(read(await freezeWorkbook()));
    expect(entries.map(({ name, section, noted }) => [name, section, noted?.number])).toEqual([
      ['AMIR KHAN MOTAQI', 'タリバーン関係者等', '26'],
      ['FOREIGN TRADE BANK', '北朝鮮(協調;団体)', '1(#47)'],
      ['コリョ・コマーシャル・バンク', '北朝鮮(協調;団体)', '36'],
      ['Al-Assad Bashar', 'シリア(個人)', '1'],
    ]);
    expect(entries[0]).toMatchObject({
      nativeName: 'アミール・カーン・モタキ',
      aliases: ['アミール・カーン・ムッタキ', 'Amir Khan Muttaqi'],
      citations: ['2001.9.22', '2008.6.25改訂'],
      details: { 日本語表記: 'アミール・カーン・モタキ', 役職: 'Minister of Education', 生年月日: '1968年頃' },
      locator: '2.タリバーン関係者等 row 4',
    });
    expect(entries[3]?.details.生年月日).toBe('1965/9/11');
  });

  it('counts parts by their titles, with the empty ones and those the publisher lifted', async () => {
    expect((await listOf(read(await freezeWorkbook()))).sections).toEqual([
      { section: 'タリバーン関係者等', entries: 1 },
      { section: 'リベリア', entries: 0, lifted: true },
      { section: '北朝鮮(協調;団体)', entries: 2 },
      { section: 'シリア(個人)', entries: 1 },
    ]);
  });

  it('reads words in a row of their own as more about the party above', async () => {
    const { entries } = await listOf(read(await freezeWorkbook()));
    expect(entries[1]?.details.その他の情報).toBe('x 続き');
  });

  it('leaves out rows that say a party was taken off', async () => {
    const deleted = TALIBAN.map((row) => (row[1] === '26' ? ['2026.3.31削除', '26'] : row));
    const sheets = SHEETS.map((sheet) => (sheet.rows === TALIBAN ? { ...sheet, rows: deleted } : sheet));
    const { entries } = await listOf(read(await freezeWorkbook(sheets)));
    expect(entries.map(({ name }) => name)).not.toContain('AMIR KHAN MOTAQI');
  });

  it('reads unchanged parties to the same entries when the numbers of the sheets have shifted', async () => {
    const shifted = SHEETS.map((sheet) => ({
      ...sheet,
      name: sheet.name.replace(/^\d+/, (n) => String(Number(n) + 3)),
    }));
    const unplaced = ({ entries }: ListReading) =>
      entries.map((entry) => ({ ...entry, locator: '', noted: { number: entry.noted?.number } }));
    expect(unplaced(await listOf(read(await freezeWorkbook(shifted))))).toEqual(
      unplaced(await listOf(read(await freezeWorkbook()))),
    );
  });

  it('reads the CSV form: values parted outside brackets, days without padding', async () => {
    const { entries, form } = await listOf(csv(FREEZE_CSV));
    expect(form).toBe('csv');
    expect(entries).toMatchObject([
      {
        name: 'AMIR KHAN MOTAQI',
        aliases: ['アミール・カーン・ムッタキ（生年月日1968/2/1；国籍アフガニスタン）', 'アミル'],
        citations: ['2001.9.22', '2008.6.25改訂'],
        noted: { sheet: '区分 2', number: '26' },
        locator: 'line 2',
      },
      { name: 'FOREIGN TRADE BANK', aliases: ['FTB', 'Mooyokbank'], details: { '個人・団体': '団体' } },
    ]);
    expect(entries[0]?.details.生年月日).toBe('1968/2/1');
  });

  it('gives the same parties in both forms', async () => {
    const names = ({ entries }: ListReading) => entries.map(({ name, list }) => [list, name]);
    const [first, second] = names(await listOf(csv(FREEZE_CSV)));
    expect(names(await listOf(read(await freezeWorkbook())))).toEqual(expect.arrayContaining([first, second]));
  });

  it('holds a sheet whose headings have changed, and never reads it as empty', async () => {
    const rows = KOREA.map((row) => row.map((cell) => (cell === '英語表記' ? 'Name' : cell)));
    const sheets = SHEETS.map((sheet) => (sheet.rows === KOREA ? { ...sheet, rows } : sheet));
    expect(await read(await freezeWorkbook(sheets))).toEqual({
      kind: 'structure_changed',
      because: 'sheet 16.北朝鮮(協調；団体) has no row of headings',
    });
  });

  it('holds a workbook whose names have gone from their column', async () => {
    const rows = TALIBAN.map((row, index) =>
      index < 2 ? row : [row[0] ?? null, row[1] ?? null, null, null, row[3] ?? null],
    );
    const sheets = SHEETS.map((sheet) => (sheet.rows === TALIBAN ? { ...sheet, rows } : sheet));
    expect((await read(await freezeWorkbook(sheets))).kind).toBe('structure_changed');
  });

  it('holds what is cut short', async () => {
    const bytes = await freezeWorkbook();
    expect((await read(bytes.subarray(0, bytes.length - 300))).kind).toBe('implausible');
    expect((await csv(FREEZE_CSV.slice(0, -40))).kind).toBe('implausible');
    expect((await csv(FREEZE_CSV.slice(0, FREEZE_CSV.indexOf('アミル')))).kind).toBe('implausible');
  });

  it.each([
    ['a page in place of the file', '<html><title>404 Not Found</title></html>'],
    ['a table of another kind', '証券コード,銘柄\n1301,極洋\n'],
    ['nothing', ''],
  ])('holds %s', async (_name, text) => {
    expect((await csv(text)).kind).toBe('structure_changed');
  });

  it('keeps hostile text as text', async () => {
    const text = FREEZE_CSV.replace('FOREIGN TRADE BANK', '<script>alert(1)</script>');
    expect((await listOf(csv(text))).entries[1]?.name).toBe('<script>alert(1)</script>');
  });
});
