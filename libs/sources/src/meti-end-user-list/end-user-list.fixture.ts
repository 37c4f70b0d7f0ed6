import { type WrittenPage, type WrittenWord, writtenPdf } from '../pdf-text/written-pdf.fixture.ts';
import { writtenWorkbook } from '../spreadsheet/written-workbook.fixture.ts';

/** Headings as METI prints them since September 2025, half-width comma and all; the last is new in that edition. */
export const HEADINGS = [
  'No.',
  '国名、地域名\nCountry or Region',
  '企業名､組織名\nCompany or Organization',
  '別名\nAlso Known As',
  '懸念区分\nType of WMD',
  '通常兵器\nConventional Weapons',
];

/** Rows written by us in the form of the list; countries, names, aliases and spellings are real. */
export const ROWS = [
  [
    'アフガニスタン\nIslamic Republic of Afghanistan',
    "Al Qa'ida/Islamic Army",
    '・Al Qaeda\n・The Base',
    '化学\nC',
    '',
  ],
  ['イラン\nIslamic Republic of Iran', 'PISHRO MOBTAKER PEYVAND', '', 'ミサイルM', '通常兵器\nCW'],
  [
    "中国\nPeople's Republic of China",
    '23rd Research Institute',
    '・BIRM\n・CASIC Second Academy\n中国航天科学技術工業集団',
    'ミサイル、核\nM、N',
    '通常兵器\nCW',
  ],
  [
    '北朝鮮\nNorth Korea',
    'Korea Dongsong Technical Corporation\n(朝鮮東城技術貿易会社)',
    '',
    '生物、化学、ミサイル、核\nB,C,M,N',
    '',
  ],
  ['香港\nHong Kong', 'TAS TECHNOLOGY COMPANY LIMITED ', 'TAS TECHNOLOGY CO., LIMITED', '', '通常兵器\nCW'],
] as const;

/** The workbook of one sheet, with the rows given. */
export function endUserWorkbook(
  rows: readonly (readonly string[])[] = ROWS,
  headings: readonly string[] = HEADINGS,
): Promise<Uint8Array> {
  const body = rows.map((row, index) => [index + 1, ...row]);
  return writtenWorkbook([{ name: 'ユーザーリスト', rows: [headings, ...body] }]);
}

const LEFT = [30, 54, 136, 320, 503, 563];
const ROW_POINTS = 40;
const TOP = 800;

function cellWords(cell: string, column: number, top: number): readonly WrittenWord[] {
  return cell.split('\n').map((line, at): WrittenWord => [(LEFT[column] ?? 0) + 3, top - 9 - at * 8, line]);
}

function pageOf(rows: readonly (readonly string[])[], number: number): WrittenPage {
  const bottom = TOP - rows.length * ROW_POINTS;
  const across = [...rows, 0].map((_, index) => [31, TOP - index * ROW_POINTS, 532, 0.7] as const);
  const down = LEFT.map((left) => [left, bottom, 0.7, TOP - bottom] as const);
  const words = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell === '' ? [] : cellWords(cell, column, TOP - index * ROW_POINTS))),
  );
  return { words: [...words, [295, 26, String(number)]], boxes: [...across, ...down] };
}

/** The PDF of the older edition: five columns drawn with lines, the headings on the first page only. */
export function endUserPdf(pages: readonly (readonly (readonly string[])[])[]): Uint8Array {
  return writtenPdf(pages.map((rows, index) => pageOf(rows, index + 1)));
}

/** Rows as the PDF numbers them, without the column that the older edition lacks. */
export function numberedRows(rows: readonly (readonly string[])[] = ROWS): readonly (readonly string[])[] {
  return rows.map((row, index) => [String(index + 1), ...row.slice(0, 4)]);
}
