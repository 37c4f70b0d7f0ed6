import { compactText } from '#domain';

/** What a column holds; the forms and the sheets name and order their columns each in its own way. */
export type ColumnRole =
  | 'noticeDates'
  | 'noticeNumber'
  | 'nameJa'
  | 'nameEn'
  | 'aliases'
  | 'address'
  | 'section'
  | 'skipped'
  | 'detail';

export interface Column {
  readonly role: ColumnRole;
  /** Heading as printed, without blanks. */
  readonly title: string;
}

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['noticeDates', /^告示日付$/],
  ['noticeNumber', /^告示番号$/],
  ['nameJa', /^(?:日本語表記|(?:氏名|名称)\(日本語\))$/],
  ['nameEn', /^(?:英語表記|(?:氏名|名称)\(英語\))$/],
  ['aliases', /別名|別称|旧称|以前の呼称/],
  ['address', /住所|所在地/],
  ['section', /^区分$/],
  // The running number repeats the part's number, which shifts; the notice's text repeats every other column.
  ['skipped', /^(?:番号|外務省告示情報)$/],
];

/** Columns of a heading row, in its order. @returns `undefined` for a row that is no heading of a list of parties. */
export function columnsOf(row: readonly string[]): readonly Column[] | undefined {
  const columns = row.map((heading): Column => {
    const title = compactText(heading);
    return { title, role: ROLES.find(([, pattern]) => pattern.test(title))?.[0] ?? 'detail' };
  });
  const count = (role: ColumnRole) => columns.filter((column) => column.role === role).length;
  const isHeading = (['noticeDates', 'noticeNumber', 'nameJa', 'nameEn'] as const).every((role) => count(role) === 1);
  return isHeading ? columns : undefined;
}
