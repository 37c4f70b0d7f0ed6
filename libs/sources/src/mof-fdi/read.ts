import type { ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import type { CapturedBytes } from '../source.ts';
import { looksLikeWorkbook, readWorkbook, type Sheet } from '../spreadsheet/index.ts';
import { columnsOf } from './column-role.ts';
import { cellOf, classOf, type IssuerRow, isSecuritiesCode, issuerOf } from './issuer.ts';

/** Notes stand above the headings. */
const MAX_HEAD_ROWS = 20;
/** So many rows may lack a code or a class before the columns are in doubt. */
const MAX_STRANGE_SHARE = 0.01;

function rowsOf(sheet: Sheet): readonly IssuerRow[] | undefined {
  const head = sheet.rows.slice(0, MAX_HEAD_ROWS).findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(sheet.rows[head] ?? []);
  if (!columns) return undefined;
  return sheet.rows.slice(head + 1).map((cells, at) => ({
    cells,
    columns,
    locator: `${sheet.name} row ${head + at + 2}`,
  }));
}

const isListed = (row: IssuerRow): boolean =>
  isSecuritiesCode(cellOf(row, 'code')) && classOf(cellOf(row, 'class')) !== undefined;

/** A row that names a company and yet has no code or no class that is known. Notes below the table name none. */
const isStrange = (row: IssuerRow): boolean =>
  !isListed(row) && cellOf(row, 'nameJa') !== '' && (cellOf(row, 'code') !== '' || cellOf(row, 'class') !== '');

/**
 * Reads the Ministry of Finance's list of listed companies by class of prior notice (sheet 上場企業の銘柄リスト). The other
 * sheets hold notes. Never rejects.
 */
export async function readIssuers(capture: CapturedBytes): Promise<ReadOutcome> {
  if (!looksLikeWorkbook(capture.bytes)) return { kind: 'structure_changed', because: 'the bytes are no workbook' };
  const workbook = await readWorkbook(capture.bytes);
  if (!workbook.ok) return { kind: 'implausible', because: workbook.because };
  const rows = workbook.sheets.map(rowsOf).find((found) => found !== undefined);
  if (!rows) return { kind: 'structure_changed', because: 'no sheet has the headings of the list' };
  const strange = rows.filter(isStrange);
  if (strange.length > MAX_STRANGE_SHARE * rows.length) {
    const because = `${strange.length} of ${rows.length} companies have no code or no class`;
    return { kind: 'structure_changed', because, locator: strange[0]?.locator ?? '' };
  }
  const entries = rows.filter(isListed).map(issuerOf);
  if (entries.length === 0) return { kind: 'implausible', because: 'the list names no company' };
  const sections = countSections(entries.map(({ details }) => details.区分 ?? ''));
  return { kind: 'read', reading: { kind: 'list', form: 'xlsx', entries, sections } };
}
