import type { Sheet } from '../spreadsheet/index.ts';
import type { DelimitedRecord } from './read-delimited.ts';

/** A sparse cell far to the right must not widen every row to it. */
const MAX_FIELDS = 300;

/** A date cell comes as `2018/4/25`; as ISO it cannot be taken for a date printed month first. */
function isoDates(cell: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(cell) ?? [];
  return year === undefined ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Rows of a sheet as records, for lists that a publisher serves as CSV one day and as a workbook another: every record as wide
 * as the widest, empty rows left out. `line` is the row of the sheet; `raw` its cells, parted by tabs.
 */
export function recordsOfSheet(sheet: Sheet): readonly DelimitedRecord[] {
  const width = Math.min(
    sheet.rows.reduce((most, row) => Math.max(most, row.length), 0),
    MAX_FIELDS,
  );
  return sheet.rows.flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const fields = Array.from({ length: width }, (_, column) => isoDates(row[column] ?? ''));
    return [{ fields, raw: row.join('\t'), line: index + 1 }];
  });
}
