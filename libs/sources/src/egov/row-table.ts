import type { Provision } from '#domain';
import { arabicLabel, NUMERAL } from '#time';
import { childrenOf, descendantsOf, type LawNode, wordsOf } from './law-node.ts';
import { linesOf } from './printed-lines.ts';

/** One row of a 別表: its first cell, and the printed lines of each further cell. */
export interface PrintedRow {
  readonly head: string;
  readonly cells: readonly (readonly string[])[];
}

const ROW_NUMBER = new RegExp(`^${NUMERAL}(?:の${NUMERAL})*$`);

/** True for a first cell that numbers its row: `一六`, `三五の五`. */
export function isRowNumber(head: string): boolean {
  return ROW_NUMBER.test(head);
}

function printedRow(row: LawNode): PrintedRow {
  const [head, ...cells] = childrenOf(row, 'TableColumn');
  return { head: wordsOf(head).trim(), cells: cells.map((cell) => linesOf(cell)) };
}

/**
 * Rows of a table without its header (whose first cell is blank). In a numbered table a row without a number, left by a
 * first cell that spans several rows, belongs to the row above.
 */
export function rowsOf(table: LawNode): readonly PrintedRow[] {
  const rows = descendantsOf(table, 'TableRow')
    .map(printedRow)
    .filter((row) => row.head !== '');
  if (!rows.some((row) => isRowNumber(row.head))) return rows;
  const numbered: PrintedRow[] = [];
  for (const row of rows) {
    const above = numbered.at(-1);
    if (isRowNumber(row.head)) numbered.push(row);
    else if (above)
      numbered[numbered.length - 1] = { head: above.head, cells: [...above.cells, [row.head], ...row.cells] };
  }
  return numbered;
}

/** Provisions of a table whose row is the unit: `別表第二 35の5の項`; a row without a number is named by its first cell. */
export function provisionsOfRows(
  rows: readonly PrintedRow[],
  title: string,
  kind: 'item' | 'rule',
): readonly Provision[] {
  return rows.map((row) => {
    const label = `${title} ${isRowNumber(row.head) ? `${arabicLabel(row.head)}の項` : row.head.slice(0, 60)}`;
    return { kind, label, text: row.cells.flat().join('\n'), locator: label };
  });
}
