import { z } from 'zod';
import type { StoreTable } from '../transfer/store-tables.ts';

const Table = z.object({ name: z.string(), columns: z.array(z.string()) });

/** First line of a backup. */
export const BackupHeader = z.object({
  format: z.literal('redline-backup'),
  version: z.literal(1),
  /** Migrations of the store, oldest first: a restore makes the schema of that time, then brings it up to date. */
  migrations: z.array(z.string()).min(1),
  createdAt: z.iso.datetime(),
  /** Sealed columns open only with the key of the store, which lies apart: a stolen backup must not carry it. */
  secretKey: z.literal('not included'),
  tables: z.array(Table),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** Precedes the rows of a table. */
export const TableLine = z.object({ table: z.string() });

/** Follows the rows of a table. */
export const TableEndLine = z.object({
  rows: z.int().min(0),
  digest: z.string(),
  /** Highest number the table ever gave out; 0 where it numbers nothing. */
  lastNumber: z.int().min(0),
});
export type TableEndLine = z.infer<typeof TableEndLine>;

/** Last line: without it the file was cut. */
export const EndLine = z.object({
  end: z.literal(true),
  /** Of every line before this one, line feeds included. */
  sha256: z.string(),
});

/** @returns undefined for a line that is not JSON of this shape. Never throws. */
export function parseLine<Shape>(schema: z.ZodType<Shape>, line: string | undefined): Shape | undefined {
  try {
    return schema.safeParse(JSON.parse(line ?? '')).data;
  } catch {
    return undefined;
  }
}

/** True when the backup's tables are those that its schema has. */
export function hasTablesOf(header: BackupHeader, tables: readonly StoreTable[]): boolean {
  const asText = (list: readonly { name: string; columns: readonly string[] }[]) =>
    JSON.stringify(list.map(({ name, columns }) => ({ name, columns })));
  return asText(header.tables) === asText(tables);
}
