import { comparableText } from '#domain';

/** What a column of the list holds. Columns of other names are details. */
export type ColumnRole = 'number' | 'country' | 'name' | 'aliases' | 'weapons' | 'detail';

export interface Column {
  readonly role: ColumnRole;
  /** English half of the heading, the Japanese one where there is no other: `Type of WMD`. */
  readonly title: string;
}

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^no\.?$|^番号$/i],
  ['country', /国名|country or region/i],
  ['name', /企業名|組織名|company or organization/i],
  ['aliases', /別名|also known as/i],
  ['weapons', /懸念区分|type of wmd/i],
];

function columnOf(heading: string): Column {
  const title = comparableText(heading.split('\n').at(-1) ?? heading);
  const role = ROLES.find(([, pattern]) => pattern.test(comparableText(heading)))?.[0] ?? 'detail';
  return { role, title };
}

/**
 * Columns of a heading row, in its order: the list had five until 2025 and has had six since. @returns `undefined` unless
 * country, name and type of weapons are each named once.
 */
export function columnsOf(row: readonly string[]): readonly Column[] | undefined {
  const columns = row.map(columnOf);
  const count = (role: ColumnRole) => columns.filter((column) => column.role === role).length;
  const isHeading = (['country', 'name', 'weapons'] as const).every((role) => count(role) === 1);
  return isHeading && count('aliases') <= 1 ? columns : undefined;
}
