import { inflateRawSync } from 'node:zlib';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Most bytes a workbook may unpack to: the asset-freeze workbook of 45 sheets is below 10 million. */
const MAX_UNPACKED_BYTES = 80_000_000;
/** Most cells the sheets may span together, empty ones included: a sheet whose only cell is the last one spans 17 billion. */
const MAX_SPANNED_CELLS = 4_000_000;

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

function unpack(entry: ZipEntry, most: number): Uint8Array | undefined {
  if (entry.method === 0) return entry.packed.length <= most ? entry.packed : undefined;
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Cells between the first and the last that the sheet names. */
function spannedCells(sheet: string): number {
  let rows = 1;
  let columns = 1;
  for (const [, letters = '', row = ''] of sheet.matchAll(/\sr\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/gi)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters.toUpperCase()));
  }
  return rows * columns;
}

function faultOfSheet(name: string, sheet: string): string | undefined {
  if (/<!DOCTYPE/i.test(sheet)) return `${name} declares a DOCTYPE`;
  if (/<(?:\w+:)?c\s[^>]*&/.test(sheet)) return `${name} hides an address behind a reference`;
  if (!/<\/(?:\w+:)?worksheet>\s*$/.test(sheet.slice(-200))) return `${name} ends before its last tag`;
  return undefined;
}

/**
 * Unpacks an XLSX file under limits before a reader that has none sees it: bytes after unpacking (whatever sizes are
 * declared), cells spanned, whole sheets only.
 * @returns why the file must not be read, or `undefined`. Never throws.
 */
export function boundsFault(bytes: Uint8Array): string | undefined {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory.because;
  let left = MAX_UNPACKED_BYTES;
  let cells = 0;
  for (const entry of directory.entries) {
    const unpacked = entry.declaredBytes <= left ? unpack(entry, Math.min(left, entry.declaredBytes)) : undefined;
    if (!unpacked || unpacked.length !== entry.declaredBytes) {
      return `${entry.name.slice(0, 100)} is damaged, or the file unpacks to more than ${MAX_UNPACKED_BYTES} bytes`;
    }
    left -= unpacked.length;
    if (!WORKSHEET.test(entry.name)) continue;
    const sheet = new TextDecoder().decode(unpacked);
    const fault = faultOfSheet(entry.name.slice(0, 100), sheet);
    if (fault !== undefined) return fault;
    cells += spannedCells(sheet);
    if (cells > MAX_SPANNED_CELLS) return `the sheets span more than ${MAX_SPANNED_CELLS} cells`;
  }
  return undefined;
}
