import type { SectionCount } from '#domain';
import { readWorkbook, type Sheet } from '../spreadsheet/index.ts';
import { columnsOf } from './column-role.ts';
import type { PartyRow } from './frozen-party.ts';
import type { PartyRows } from './party-rows.ts';

/** Notes stand above the headings: one to four rows of them so far. */
const MAX_HEAD_ROWS = 15;
const LIFTED = /【\s*解除\s*】/;

/** `29.ロシア連邦(個人)` without its number, which shifts when a part is inserted before it. */
function sectionOf(sheet: Sheet): string {
  return sheet.name
    .normalize('NFKC')
    .replace(/^\d{1,3}\s*[.．、]\s*/, '')
    .replace(LIFTED, '')
    .replace(/\s+/g, '');
}

const isNumbered = (sheet: Sheet): boolean => /^\d{1,3}\s*[.．、]/.test(sheet.name.normalize('NFKC'));

function rowsOfSheet(sheet: Sheet): readonly PartyRow[] | undefined {
  const head = sheet.rows.slice(0, MAX_HEAD_ROWS).findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(sheet.rows[head] ?? []);
  if (!columns) return undefined;
  return sheet.rows.slice(head + 1).map((cells, index) => ({
    cells,
    columns,
    locator: `${sheet.name} row ${head + index + 2}`,
    section: sectionOf(sheet),
    sheet: sheet.name,
  }));
}

/**
 * Rows of the workbook: one sheet a part, each with headings of its own in a row of its own. The index and the lifted parts
 * have no headings; any other sheet without is a changed layout, not an empty part.
 */
export async function rowsOfSheets(bytes: Uint8Array): Promise<PartyRows> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return { kind: 'implausible', because: workbook.because };
  const parts = workbook.sheets.map((sheet) => ({ sheet, rows: rowsOfSheet(sheet) }));
  const strange = parts.find(({ sheet, rows }) => !rows && isNumbered(sheet) && !LIFTED.test(sheet.name));
  if (strange) return { kind: 'structure_changed', because: `sheet ${strange.sheet.name} has no row of headings` };
  const rows = parts.flatMap((part) => part.rows ?? []);
  if (rows.length === 0) return { kind: 'structure_changed', because: 'no sheet has the headings of the list' };
  const empty = parts
    .filter(({ sheet }) => isNumbered(sheet))
    .map(({ sheet }): SectionCount => {
      const lifted = LIFTED.test(sheet.name) ? { lifted: true as const } : {};
      return { section: sectionOf(sheet), entries: 0, ...lifted };
    });
  return { kind: 'rows', form: 'xlsx', rows, empty };
}
