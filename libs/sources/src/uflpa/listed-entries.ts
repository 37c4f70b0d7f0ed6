import type { ListEntry } from '#domain';
import { parseEnglishDate } from '#time';
import { splitEntityCell } from './entity-cell.ts';
import type { ListRow, ListTable } from './list-table.ts';

/** Name of the list in every entry: an entity of two sections is two entries, told apart by their section. */
export const UFLPA_LIST = 'UFLPA Entity List';

function entryOf(row: ListRow, table: ListTable, index: number): ListEntry {
  const { name, aliases, scope } = splitEntityCell(row.entity);
  const effectiveOn = parseEnglishDate(row.date);
  return {
    kind: 'entity',
    list: UFLPA_LIST,
    name,
    aliases,
    addresses: [],
    footnotes: [],
    citations: [],
    ...(effectiveOn === undefined ? {} : { validFrom: effectiveOn }),
    details: {
      'effective date': effectiveOn ?? row.date,
      ...(scope === '' ? {} : { scope }),
      ...(table.section === undefined ? {} : { section: table.section }),
    },
    locator: `${table.section ?? UFLPA_LIST}, row ${index + 1}`,
    quote: row.text,
  };
}

/** Entries of all tables, row by row. */
export function listedEntries(tables: readonly ListTable[]): readonly ListEntry[] {
  return tables.flatMap((table) => table.rows.map((row, index) => entryOf(row, table, index)));
}
