import { cellText } from './cell-text.ts';
import { boundsFault } from './within-bounds.ts';

/** One sheet: every row from row 1 on, every cell as text. */
export interface Sheet {
  /** As printed on its tab, outer blanks cut. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A workbook, or why the bytes are not one. */
export type Workbook =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly because: string };

const MAX_BYTES = 30_000_000;
const MAX_SHEETS = 200;

function withoutEmptyTail(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== '')) + 1);
}

/** True for bytes that begin as a ZIP archive does, which an XLSX file is. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Reads an XLSX file (ECMA-376). A formula gives its cached value; formatting, hidden state and merges are not looked at, so
 * a merged cell has its text in its first cell. Rows that are only formatted are left out at the end of a sheet.
 * @returns `ok: false` for a file cut short, too large when unpacked, or not a workbook. Never rejects.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length > MAX_BYTES) return { ok: false, because: `a workbook of ${bytes.length} bytes is too large` };
  const fault = boundsFault(bytes);
  if (fault !== undefined) return { ok: false, because: fault };
  try {
    // Loaded when the first workbook arrives: most processes start without reading one.
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(bytes);
    if (sheets.length === 0 || sheets.length > MAX_SHEETS) return { ok: false, because: `${sheets.length} sheets` };
    return {
      ok: true,
      sheets: sheets.map(({ name, rows }) => ({
        name: name.trim(),
        rows: withoutEmptyTail(rows.map((row) => row.map(cellText))),
      })),
    };
  } catch (error) {
    const because = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    return { ok: false, because: `not a workbook: ${because}` };
  }
}
