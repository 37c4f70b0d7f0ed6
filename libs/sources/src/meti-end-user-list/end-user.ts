import { countryOfEnglishName, countryOfJapaneseName, type ListEntry } from '#domain';
import { joinWrapped } from '../pdf-text/index.ts';
import type { Column, ColumnRole } from './column-roles.ts';
import { weaponTypes } from './weapon-types.ts';

const LIST = '外国ユーザーリスト';
const BULLET = /^[・･•]\s*/;

function lines(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const oneLine = (cell: string): string => lines(cell).reduce(joinWrapped, '');

/** The cell prints the country in Japanese, then in English, each on lines of its own. */
function countryOf(cell: string): string | undefined {
  const [first = '', ...rest] = lines(cell);
  return countryOfJapaneseName(first) ?? countryOfEnglishName(rest.join(' ')) ?? countryOfEnglishName(first);
}

/** Each alias begins with a bullet, and may go on for lines without one. */
function aliasesOf(cell: string): readonly string[] {
  const aliases: string[] = [];
  for (const line of lines(cell)) {
    const last = aliases.pop();
    if (last === undefined) aliases.push(line.replace(BULLET, ''));
    else if (BULLET.test(line)) aliases.push(last, line.replace(BULLET, ''));
    else aliases.push(joinWrapped(last, line));
  }
  return aliases.filter((alias) => alias !== '');
}

/** A row of the list before it is read: its cells and where it stands. */
export interface EndUserRow {
  readonly cells: readonly string[];
  readonly locator: string;
}

/** Text of the first column of a role. */
export function cellOf(row: EndUserRow, columns: readonly Column[], role: ColumnRole): string {
  return row.cells[columns.findIndex((column) => column.role === role)] ?? '';
}

/**
 * One foreign end user. `No.` is a position that shifts with every insertion, so it is no part of the entry; country and
 * name tell it.
 */
export function endUserOf(row: EndUserRow, columns: readonly Column[]): ListEntry {
  const cell = (role: ColumnRole) => cellOf(row, columns, role);
  const country = countryOf(cell('country'));
  const details: Record<string, string> = {};
  for (const [index, { role, title }] of columns.entries()) {
    const text = row.cells[index] ?? '';
    const value = role === 'weapons' ? weaponTypes(text) : role === 'detail' ? oneLine(text) : '';
    if (value !== '' && title !== '') details[title] = value;
  }
  return {
    kind: 'entity',
    list: LIST,
    name: oneLine(cell('name')).replace(BULLET, ''),
    ...(country === undefined ? {} : { country }),
    aliases: aliasesOf(cell('aliases')),
    addresses: [],
    footnotes: [],
    citations: [],
    details,
    locator: row.locator,
    quote: row.cells.filter((text) => text !== '').join(' | '),
  };
}
