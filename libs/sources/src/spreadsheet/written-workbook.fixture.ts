import { writeXlsx } from 'hucre/xlsx';

/** A small XLSX file with these sheets, written for a test. */
export async function writtenWorkbook(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly (string | number | Date | null)[])[] }[],
): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })),
  });
  return Uint8Array.from(written);
}
