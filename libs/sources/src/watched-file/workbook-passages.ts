import { MAX_PASSAGES, type Passage, passageOf } from '../passages/passage.ts';
import { readWorkbook, type Sheet } from '../spreadsheet/index.ts';
import type { FilePassages } from './pdf-passages.ts';

const cellsOf = (row: readonly string[]): string => row.filter((cell) => cell.trim() !== '').join(' | ');

/**
 * Blocks of a sheet: a row whose first cell says something begins one, the rows below it belong to it. The column groups of the
 * matrix stand beside each other without being aligned row by row, so a row alone would say too little.
 */
function blocksOf(sheet: Sheet): readonly Passage[] {
  const blocks: { readonly head: string; readonly row: number; readonly lines: string[] }[] = [];
  for (const [at, row] of sheet.rows.entries()) {
    const line = cellsOf(row);
    if (line === '') continue;
    const head = row[0]?.trim() ?? '';
    const open = blocks.at(-1);
    if (head !== '' || open === undefined) blocks.push({ head, row: at + 1, lines: [line] });
    else open.lines.push(line);
  }
  return blocks.map(({ row, lines }) => passageOf(lines.join('\n'), `sheet ${sheet.name}, row ${row}`));
}

/** The words of a workbook, sheet by sheet and block by block: formatting, hidden state and the bytes of the file are no part of them. */
export async function workbookPassages(bytes: Uint8Array): Promise<FilePassages> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const passages = workbook.sheets.flatMap(blocksOf);
  if (passages.length === 0) return { ok: false, because: 'the workbook holds no words' };
  return { ok: true, passages: passages.slice(0, MAX_PASSAGES), isScan: false };
}
