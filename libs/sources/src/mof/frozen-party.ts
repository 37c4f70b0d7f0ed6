import type { ListEntry } from '#domain';
import type { Column, ColumnRole } from './column-role.ts';
import { splitValues } from './split-values.ts';

const LIST = '資産凍結等の措置の対象者';
const DELETED = /削除/;

/** One row with its headings and where it stands. */
export interface PartyRow {
  readonly cells: readonly string[];
  readonly columns: readonly Column[];
  readonly locator: string;
  /** Title of the part it is printed in, without number. */
  readonly section?: string;
  /** The part as printed, number and all. */
  readonly sheet: string;
}

/** Text of the only column of a role. */
export function cellOf(row: PartyRow, role: ColumnRole): string {
  return row.cells[row.columns.findIndex((column) => column.role === role)]?.trim() ?? '';
}

function cellsOf(row: PartyRow, role: ColumnRole): readonly string[] {
  return row.columns.flatMap((column, index) => (column.role === role ? [row.cells[index] ?? ''] : []));
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** `1994/05/03` and `1994/5/3` are one day: the publisher writes both. */
const withoutPadding = (text: string): string => text.replace(/(?<=\d{4}\/)0(?=\d)|(?<=\d{4}\/\d{1,2}\/)0(?=\d)/g, '');

function detailsOf(row: PartyRow): Readonly<Record<string, string>> {
  const details: Record<string, string> = {};
  for (const [index, { role, title }] of row.columns.entries()) {
    const value = role === 'detail' || role === 'nameJa' ? oneLine(row.cells[index] ?? '') : '';
    if (title !== '' && value !== '') details[title] = withoutPadding(value);
  }
  return details;
}

/** What a row of a list says: a party, a party taken off the list, more words about the party above, or nothing known. */
export type RowKind = 'party' | 'deleted' | 'continuation' | 'blank' | 'strange';

export function kindOfRow(row: PartyRow): RowKind {
  if (cellOf(row, 'nameEn') !== '' || cellOf(row, 'nameJa') !== '') return 'party';
  if (DELETED.test(cellOf(row, 'noticeDates'))) return 'deleted';
  if (cellOf(row, 'noticeNumber') !== '' || cellOf(row, 'noticeDates') !== '') return 'strange';
  return row.cells.some((cell) => cell !== '') ? 'continuation' : 'blank';
}

/**
 * One person or group whose assets are frozen. The English name tells it, else the Japanese one; the part of the list and the
 * number in it are noted, since both shift. The days of the notices stand as citations: a revision is named there, and what
 * it revised in the other columns.
 */
export function frozenPartyOf(row: PartyRow): ListEntry {
  const nameJa = oneLine(cellOf(row, 'nameJa'));
  return {
    kind: 'entity',
    list: LIST,
    name: oneLine(cellOf(row, 'nameEn')) || nameJa,
    ...(nameJa === '' ? {} : { nativeName: nameJa }),
    aliases: [...new Set(cellsOf(row, 'aliases').flatMap(splitValues))],
    addresses: [...new Set(cellsOf(row, 'address').flatMap(splitValues))],
    footnotes: [],
    citations: cellOf(row, 'noticeDates')
      .split(/\s+/)
      .filter((day) => day !== ''),
    details: detailsOf(row),
    ...(row.section === undefined ? {} : { section: row.section }),
    noted: { sheet: row.sheet, number: cellOf(row, 'noticeNumber') },
    locator: row.locator,
    quote: row.cells.filter((cell) => cell !== '').join(' | '),
  };
}
