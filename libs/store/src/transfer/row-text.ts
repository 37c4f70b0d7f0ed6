import type { StoreTable } from './store-tables.ts';

/** What a column may hold in either dialect. */
export type Cell = string | number | null | Uint8Array;

/** One row, in the order of its table's columns. */
export type Row = readonly Cell[];

/**
 * A row as one line of JSON: the same text for the same content in both dialects. Blobs are base64 (RFC 4648 §4); which
 * columns are blobs, the table says.
 */
export function rowText(row: Row): string {
  return JSON.stringify(row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell)));
}

/** @returns undefined when the text is not a row of this table. Never throws. */
export function parseRowText(table: StoreTable, text: string): Row | undefined {
  const cells = parseArray(text);
  if (cells?.length !== table.columns.length) return undefined;
  const row: Cell[] = [];
  for (const [index, cell] of cells.entries()) {
    const isBlob = table.blobs.has(table.columns[index] ?? '');
    if (cell === null || (typeof cell === 'number' && !isBlob)) row.push(cell);
    else if (typeof cell === 'string') row.push(isBlob ? Buffer.from(cell, 'base64') : cell);
    else return undefined;
  }
  return row;
}

function parseArray(text: string): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** PostgreSQL's text cannot hold U+0000, SQLite's can: it becomes U+FFFD, which Unicode keeps for what cannot be shown. */
export function withoutNul(row: Row): Row {
  if (!row.some((cell) => typeof cell === 'string' && cell.includes('\u0000'))) return row;
  return row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\u0000', '\ufffd') : cell));
}
