import { looksLikePdf, readPdf, ruledRows } from '../pdf-text/index.ts';
import { looksLikeWorkbook, readWorkbook } from '../spreadsheet/index.ts';
import { columnsOf } from './column-roles.ts';
import type { EndUserRow } from './end-user.ts';

/** The rows of a capture in either of its forms, heading rows among them, or why there are none. */
export type PrintedRows =
  | { readonly kind: 'rows'; readonly form: 'xlsx' | 'pdf'; readonly rows: readonly EndUserRow[] }
  | { readonly kind: 'structure_changed' | 'implausible'; readonly because: string };

async function rowsOfWorkbook(bytes: Uint8Array): Promise<PrintedRows> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return { kind: 'implausible', because: workbook.because };
  const sheet = workbook.sheets.find(({ rows }) => rows.some((row) => columnsOf(row) !== undefined));
  if (!sheet) return { kind: 'structure_changed', because: 'no sheet with the columns of the list' };
  const rows = sheet.rows.map((cells, index) => ({ cells, locator: `${sheet.name} row ${index + 1}` }));
  return { kind: 'rows', form: 'xlsx', rows };
}

async function rowsOfPdf(bytes: Uint8Array): Promise<PrintedRows> {
  const document = await readPdf(bytes);
  if (!document.ok) return { kind: 'implausible', because: document.because };
  const rows = document.pages.flatMap((page, index) =>
    ruledRows(page).map((cells) => ({ cells, locator: `page ${index + 1}, No. ${cells[0] ?? ''}` })),
  );
  return rows.length > 0
    ? { kind: 'rows', form: 'pdf', rows }
    : { kind: 'structure_changed', because: 'no page has a table drawn with lines' };
}

/** Rows of the workbook, or of the tables drawn on the pages of the PDF. */
export async function printedRows(bytes: Uint8Array): Promise<PrintedRows> {
  if (looksLikeWorkbook(bytes)) return rowsOfWorkbook(bytes);
  if (looksLikePdf(bytes)) return rowsOfPdf(bytes);
  return { kind: 'structure_changed', because: 'neither a workbook nor a PDF stands where the list was' };
}
