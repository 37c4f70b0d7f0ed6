import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { Session, Store } from '../open-store.ts';
import { rowBatches } from '../transfer/read-rows.ts';
import { rowText } from '../transfer/row-text.ts';
import { appliedMigrations } from '../transfer/schema-version.ts';
import { inSnapshot } from '../transfer/snapshot.ts';
import { type StoreTable, storeTables } from '../transfer/store-tables.ts';
import { createTableDigest } from '../transfer/table-digest.ts';
import { TransferRefusedError } from '../transfer/transfer-errors.ts';
import { lastNumber } from '../transfer/write-rows.ts';
import type { BackupHeader, TableEndLine } from './backup-lines.ts';
import { type BackupContent, checkBackup } from './check-backup.ts';

const OWNER_ONLY = 0o600;

/** Called and awaited after each batch with the rows of the table written so far. */
export type OnBackedUp = (progress: { readonly table: string; readonly rows: number }) => void | Promise<void>;

/**
 * Writes the whole store, as it is at one instant, to one file while services go on: JSON lines under zstd (RFC 8878), the
 * counts and hashes of each table among them. Both dialects write the same, so either can be restored into either. The file
 * is read back and checked before it gets its name; it is its owner's only. The key that opens sealed columns is not in it.
 * @param store opened for this alone: on SQLite, other work of the same `Store` waits until the end
 * @param file must not exist
 * @throws TransferRefusedError when the file exists.
 */
export async function backup(request: {
  readonly store: Store;
  readonly file: string;
  readonly now: Date;
  readonly onProgress?: OnBackedUp;
}): Promise<BackupContent> {
  const { store, file, now, onProgress = () => undefined } = request;
  if (existsSync(file)) throw new TransferRefusedError(`${file} exists already: a backup never writes over another`);
  const partial = `${file}.partial`;
  // One that a killed backup left may be readable by others: permissions are set only where a file is made.
  rmSync(partial, { force: true });
  try {
    await inSnapshot(store, async (session) => {
      const migrations = (await appliedMigrations(session)).map((migration) => migration.name);
      const tables = await storeTables(migrations.at(-1));
      const header: BackupHeader = {
        format: 'redline-backup',
        version: 1,
        migrations,
        createdAt: now.toISOString(),
        secretKey: 'not included',
        tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
      };
      await pipeline(
        Readable.from(sealedByHash(linesOfStore(session, store, header, tables, onProgress)), { objectMode: true }),
        createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
        // A file that a power cut empties is no backup: `flush` waits until it lies on the disk.
        createWriteStream(partial, { mode: OWNER_ONLY, flush: true }),
      );
    });
    const content = await checkBackup(partial);
    renameSync(partial, file);
    return content;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

async function* linesOfStore(
  session: Session,
  store: Store,
  header: BackupHeader,
  tables: readonly StoreTable[],
  onProgress: OnBackedUp,
): AsyncGenerator<string> {
  yield line(header);
  for (const table of tables) {
    yield line({ table: table.name });
    const digest = createTableDigest();
    for await (const batch of rowBatches(session, table)) {
      const texts = batch.rows.map(rowText);
      for (const text of texts) digest.add(text);
      yield `${texts.join('\n')}\n`;
      await onProgress({ table: table.name, rows: digest.content().rows });
    }
    const end: TableEndLine = { ...digest.content(), lastNumber: await lastNumber(session, store.dialect, table) };
    yield line(end);
  }
}

async function* sealedByHash(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const text of texts) {
    const bytes = Buffer.from(text, 'utf8');
    hash.update(bytes);
    yield bytes;
  }
  yield Buffer.from(line({ end: true, sha256: hash.digest('hex') }), 'utf8');
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
