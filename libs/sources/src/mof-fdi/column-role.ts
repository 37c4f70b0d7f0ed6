import { compactText } from '#domain';

/** What a column of the issuer list holds. */
export type ColumnRole = 'code' | 'isin' | 'nameJa' | 'nameEn' | 'class' | 'detail';

export interface Column {
  readonly role: ColumnRole;
  /** Heading as printed, without blanks. */
  readonly title: string;
}

/** Headings are printed in Japanese and English in one cell: `証券コード\n(Securities code)`. */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['code', /^証券コード|^銘柄コード/],
  ['isin', /ISIN/i],
  ['nameEn', /^(?:会社名|企業名|銘柄名).*(?:英名|英文|英語|English)|^Company|^Issuername/i],
  ['nameJa', /^(?:会社名|企業名|銘柄名|銘柄)/],
  ['class', /^(?:区分|分類|該当性|リスト区分)/],
];

/** Columns of a heading row, in its order. @returns `undefined` for a row that does not head the list of issuers. */
export function columnsOf(row: readonly string[]): readonly Column[] | undefined {
  const columns = row.map((heading): Column => {
    const title = compactText(heading);
    return { title, role: ROLES.find(([, pattern]) => pattern.test(title))?.[0] ?? 'detail' };
  });
  const count = (role: ColumnRole) => columns.filter((column) => column.role === role).length;
  return count('code') === 1 && count('nameJa') >= 1 && count('class') === 1 ? columns : undefined;
}
