import { type CheerioAPI, textWithBreaks } from '../markup/index.ts';
import { type ColumnRole, rolesOf } from './column-role.ts';

/** One row of an appendix table, cell by column. */
export interface AppendixRow {
  /** 1 for the first row of the first table. */
  readonly number: number;
  readonly cells: Readonly<Partial<Record<ColumnRole, string>>>;
  /** Words of all cells, one a line. */
  readonly text: string;
}

export type AppendixTable =
  | { readonly ok: true; readonly rows: readonly AppendixRow[] }
  | { readonly ok: false; readonly because: string; readonly locator: string };

const sameName = (left: string, right: string): boolean =>
  left.replace(/\s+/g, ' ').trim().toLowerCase() === right.replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Rows of the list tables of one appendix (`DIV9`), by its printed name: `Supplement No. 4 to Part 744`. A table without
 * the list columns is passed over; a list row with another number of cells than the header is a changed layout, because
 * its cells cannot be told apart.
 */
export function readAppendixTable($: CheerioAPI, appendix: string): AppendixTable {
  const fail = (because: string) => ({ ok: false, because, locator: appendix }) as const;
  const division = $('DIV9').filter((_, element) => sameName($(element).attr('N') ?? '', appendix));
  if (division.length !== 1) return fail(`${division.length} appendices of this name`);
  const rows: AppendixRow[] = [];
  let tables = 0;
  for (const table of division.find('TABLE, table').toArray()) {
    const heads = $(table).find('TH, th').toArray();
    const roles = rolesOf(heads.map((head) => textWithBreaks($, head)));
    if (!roles) continue;
    tables += 1;
    for (const row of $(table).find('TR, tr').toArray()) {
      const cells = $(row).children('TD, td').toArray();
      // One cell across the table is a note, no cell a header row.
      if (cells.length < 2) continue;
      if (cells.length !== roles.length)
        return fail(`row ${rows.length + 1} has ${cells.length} cells, not ${roles.length}`);
      const texts = cells.map((cell) => textWithBreaks($, cell));
      rows.push({
        number: rows.length + 1,
        cells: Object.fromEntries(texts.map((text, index) => [roles[index], text])),
        text: texts.filter((text) => text !== '').join('\n'),
      });
    }
  }
  return tables === 0 ? fail('no table with the columns of the list') : { ok: true, rows };
}
