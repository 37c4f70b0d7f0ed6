import type { ListEntry } from '#domain';
import type { Column, ColumnRole } from './column-role.ts';

const LIST = '対内直接投資等事前届出該当性リスト';

/** The three classes of the list. Source: the Ministry's notes on it; 外為法 第二十七条 (prior notice). */
const CLASSES: Readonly<Record<string, string>> = {
  1: '① 指定業種以外（事後報告業種）',
  2: '② 指定業種（コア業種以外）',
  3: '③ 指定業種（コア業種）',
};

/** One row with its headings and where it stands. */
export interface IssuerRow {
  readonly cells: readonly string[];
  readonly columns: readonly Column[];
  readonly locator: string;
}

export function cellOf(row: IssuerRow, role: ColumnRole): string {
  return row.cells[row.columns.findIndex((column) => column.role === role)]?.replace(/\s+/g, ' ').trim() ?? '';
}

/** `③`, `3` and `③ コア業種…` are class 3. @returns undefined for a cell that names none. */
export function classOf(cell: string): string | undefined {
  return /^\(?([123])(?![0-9])/.exec(cell.normalize('NFKC').trim())?.[1];
}

/** A securities code: four characters, since 2024 with letters (`130A`); a fifth tells a class of shares. */
export function isSecuritiesCode(cell: string): boolean {
  return /^[0-9][0-9A-Z]{3}[0-9]?$/.test(cell.normalize('NFKC').trim().toUpperCase());
}

/** One listed company. Its securities code tells it: names change with every reorganisation. Class ① binds nobody beforehand. */
export function issuerOf(row: IssuerRow): ListEntry {
  const group = classOf(cellOf(row, 'class')) ?? '';
  const isin = cellOf(row, 'isin');
  const nameEn = cellOf(row, 'nameEn');
  return {
    kind: 'entity',
    list: LIST,
    name: cellOf(row, 'nameJa') || nameEn,
    identity: cellOf(row, 'code').normalize('NFKC').toUpperCase(),
    country: 'JP',
    aliases: nameEn === '' ? [] : [nameEn],
    addresses: [],
    footnotes: [],
    citations: [],
    details: { 区分: CLASSES[group] ?? cellOf(row, 'class') },
    additionEffect: group === '1' ? 'neutral' : 'tighten',
    noted: { 証券コード: cellOf(row, 'code'), ...(isin === '' ? {} : { ISIN: isin }) },
    locator: row.locator,
    quote: row.cells.filter((cell) => cell !== '').join(' | '),
  };
}
