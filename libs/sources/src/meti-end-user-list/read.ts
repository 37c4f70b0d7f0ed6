import type { ListEntry, ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import type { CapturedBytes } from '../source.ts';
import { type Column, columnsOf } from './column-roles.ts';
import { cellOf, type EndUserRow, endUserOf } from './end-user.ts';
import { printedRows } from './printed-rows.ts';

/** The country column names a known country in at least this share of the rows, or the columns are not what they seem. */
const KNOWN_COUNTRIES_SHARE = 0.9;
/** So many rows may lack a number, name or country before the columns are in doubt: a publisher forgets a cell at times. */
const MAX_BROKEN_SHARE = 0.02;

const isBlank = (row: EndUserRow): boolean => row.cells.every((cell) => cell === '');

/** A row that a page break cut in two goes on without a number on the next page. */
function joinContinuations(rows: readonly EndUserRow[], columns: readonly Column[]): readonly EndUserRow[] {
  const joined: EndUserRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const goesOn = cellOf(row, columns, 'number') === '' && cellOf(row, columns, 'country') === '';
    if (before && goesOn) {
      joined.pop();
      const cells = before.cells.map((cell, index) => [cell, row.cells[index] ?? ''].filter(Boolean).join('\n'));
      joined.push({ ...before, cells });
    } else joined.push(row);
  }
  return joined;
}

/** In the PDF the numbers are printed: a gap is a row that was lost in reading. In the workbook they are a formula. */
function lostNumber(rows: readonly EndUserRow[], columns: readonly Column[]): string | undefined {
  const numbers = rows.map((row) => Number(cellOf(row, columns, 'number')));
  const at = numbers.findIndex((number, index) => number !== index + 1);
  return at < 0 ? undefined : `No. ${numbers[at]} stands where ${at + 1} should`;
}

function faultOfEntries(entries: readonly ListEntry[]): string | undefined {
  const nameless = entries.filter(({ name }) => name === '').length;
  if (nameless > MAX_BROKEN_SHARE * entries.length) return `${nameless} of ${entries.length} rows have no name`;
  const known = entries.filter(({ country }) => country !== undefined).length;
  return known < KNOWN_COUNTRIES_SHARE * entries.length
    ? `only ${known} of ${entries.length} rows name a country`
    : undefined;
}

/**
 * Reads METI's Foreign End User List (外国ユーザーリスト) in its workbook or its PDF; both give the same entries, though the
 * PDF breaks aliases at the ends of lines. Never rejects.
 */
export async function readEndUserList(capture: CapturedBytes): Promise<ReadOutcome> {
  const printed = await printedRows(capture.bytes);
  if (printed.kind !== 'rows') return printed;
  const { form } = printed;
  const head = printed.rows.findIndex((row) => columnsOf(row.cells) !== undefined);
  const columns = columnsOf(printed.rows[head]?.cells ?? []);
  if (!columns) return { kind: 'structure_changed', because: 'no row with the headings of the list' };
  const body = printed.rows
    .slice(head + 1)
    .filter((row) => !isBlank(row) && columnsOf(row.cells) === undefined)
    .filter((row) => form === 'xlsx' || row.cells.length === columns.length);
  const rows = form === 'pdf' ? joinContinuations(body, columns) : body;
  const lost = form === 'pdf' ? lostNumber(rows, columns) : undefined;
  if (lost !== undefined) return { kind: 'implausible', because: lost };
  const entries = rows.map((row) => endUserOf(row, columns));
  const fault = faultOfEntries(entries);
  if (fault !== undefined) return { kind: 'structure_changed', because: fault };
  const named = entries.filter(({ name }) => name !== '');
  return {
    kind: 'read',
    reading: {
      kind: 'list',
      form,
      columns: columns.flatMap(({ role, title }) =>
        title !== '' && (role === 'weapons' || role === 'detail') ? [title] : [],
      ),
      entries: named,
      sections: countSections(named.map(({ country }) => country ?? 'unknown country')),
    },
  };
}
