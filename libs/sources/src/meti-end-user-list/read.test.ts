import { describe, expect, it } from 'vitest';
import type { ListReading, ReadOutcome } from '#domain';
import { endUserPdf, endUserWorkbook, HEADINGS, numberedRows, ROWS } from './end-user-list.fixture.ts';
import { readEndUserList } from './read.ts';

const read = (bytes: Uint8Array): Promise<ReadOutcome> =>
  readEndUserList({ bytes, mediaType: '', url: 'https://www.meti.go.jp/policy/anpo/20250929_4.xlsx', retrievedAt: '' });

async function listIn(bytes: Uint8Array): Promise<ListReading> {
  const outcome = await read(bytes);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

const told = ({ entries }: ListReading) => entries.map(({ name, country, details }) => ({ name, country, details }));

const [heading, body] = [HEADINGS.slice(0, 5), numberedRows()];
const pdf = () => endUserPdf([[heading, ...body.slice(0, 3)], body.slice(3)]);

describe('readEndUserList', () => {
  it('reads the workbook: name on one line, country by code, types of weapons as letters in order', async () => {
    const { entries, columns, sections } = await listIn(await endUserWorkbook());
    expect(columns).toEqual(['Type of WMD', 'Conventional Weapons']);
    expect(sections.map(({ section }) => section)).toEqual(['AF', 'IR', 'CN', 'KP', 'HK']);
    expect(entries[3]).toMatchObject({
      name: 'Korea Dongsong Technical Corporation (朝鮮東城技術貿易会社)',
      country: 'KP',
      details: { 'Type of WMD': 'B,C,M,N' },
      locator: 'ユーザーリスト row 5',
    });
    expect(entries.map(({ details }) => details['Type of WMD'])).toEqual(['C', 'M', 'M,N', 'B,C,M,N', undefined]);
    expect(entries[1]?.details['Conventional Weapons']).toBe('通常兵器 CW');
  });

  it('reads aliases behind bullets, on lines that go on, and without a bullet', async () => {
    const { entries } = await listIn(await endUserWorkbook());
    expect(entries.map(({ aliases }) => aliases)).toEqual([
      ['Al Qaeda', 'The Base'],
      [],
      ['BIRM', 'CASIC Second Academy 中国航天科学技術工業集団'],
      [],
      ['TAS TECHNOLOGY CO., LIMITED'],
    ]);
  });

  it('reads the PDF of an edition to the same names, countries and types as its workbook', async () => {
    const rows = ROWS.map((row) => row.slice(0, 4));
    const workbook = await listIn(await endUserWorkbook(rows, heading));
    const printed = await listIn(pdf());
    expect(told(printed)).toEqual(told(workbook));
    expect(printed.form).toBe('pdf');
    expect(printed.entries[3]?.locator).toBe('page 2, No. 4');
  });

  it('T25: reads unchanged rows to the same entries when their numbers have shifted', async () => {
    const [first, ...rest] = ROWS;
    const before = await listIn(await endUserWorkbook(ROWS));
    const after = await listIn(await endUserWorkbook([...rest, first]));
    const unplaced = ({ entries }: ListReading) =>
      entries.map((entry) => JSON.stringify({ ...entry, locator: '', quote: '' })).sort();
    expect(unplaced(after)).toEqual(unplaced(before));
    expect(after.entries.every((entry) => !('No.' in entry.details) && entry.noted === undefined)).toBe(true);
  });

  it('reads columns by their headings when they have changed places', async () => {
    const order = [0, 2, 1, 3, 4, 5];
    const swapped = (row: readonly string[]) => order.map((at) => row[at] ?? '');
    const rows = ROWS.map((row) => swapped(['', ...row]).slice(1));
    expect(told(await listIn(await endUserWorkbook(rows, swapped(HEADINGS))))).toEqual(
      told(await listIn(await endUserWorkbook())),
    );
  });

  it('reads a row that a page break cut in two as one', async () => {
    const cut = ['', '', '(朝鮮東城技術貿易会社)', '', ''];
    const whole = ['4', '北朝鮮\nNorth Korea', 'Korea Dongsong Technical Corporation', '', '核\nN'];
    const { entries } = await listIn(endUserPdf([[heading, ...body.slice(0, 3), whole], [cut]]));
    expect(entries[3]?.name).toBe('Korea Dongsong Technical Corporation (朝鮮東城技術貿易会社)');
  });

  it('holds a PDF from which a row was lost', async () => {
    expect(await read(endUserPdf([[heading, ...body.filter((_, index) => index !== 2)]]))).toEqual({
      kind: 'implausible',
      because: 'No. 4 stands where 3 should',
    });
  });

  it.each([
    ['other headings', () => endUserWorkbook(ROWS, ['番号', '項目', '内容', '備考', '区分', '']), 'structure_changed'],
    [
      'names where the countries should stand',
      () => endUserWorkbook(ROWS.map(([country, name, ...rest]) => [name, country, ...rest])),
      'structure_changed',
    ],
    ['a PDF without lines', async () => endUserPdf([]), 'structure_changed'],
    ['a page in place of the file', async () => new TextEncoder().encode('<html>404</html>'), 'structure_changed'],
  ] as const)('holds %s', async (_name, bytes, kind) => {
    expect((await read(await bytes())).kind).toBe(kind);
  });

  it('holds a truncated workbook and a truncated PDF', async () => {
    const workbook = await endUserWorkbook();
    expect((await read(workbook.subarray(0, workbook.length - 400))).kind).toBe('implausible');
    expect((await read(pdf().subarray(0, 2_000))).kind).toBe('implausible');
  });

  it('keeps hostile text as text', async () => {
    const { entries } = await listIn(
      await endUserWorkbook([...ROWS, ['イラン\nIran', '<script>alert(1)</script>', '=HYPERLINK("x")', '核\nN', '']]),
    );
    expect(entries[5]).toMatchObject({ name: '<script>alert(1)</script>', aliases: ['=HYPERLINK("x")'] });
  });
});
