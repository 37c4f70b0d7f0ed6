import { openStore, type Session, type Store } from '../open-store.ts';
import { forgetSearchIndex } from '../search/forget-search-index.ts';
import { requireEmpty } from '../transfer/migrate-store.ts';
import { contentOf } from '../transfer/read-rows.ts';
import { rowText, withoutNul } from '../transfer/row-text.ts';
import { appliedMigrations } from '../transfer/schema-version.ts';
import type { StoreTable } from '../transfer/store-tables.ts';
import { createTableDigest, sameContent } from '../transfer/table-digest.ts';
import { TransferMismatchError, TransferRefusedError } from '../transfer/transfer-errors.ts';
import { insertRows, numberAfter } from '../transfer/write-rows.ts';
import type { TableEndLine } from './backup-lines.ts';
import { type BackupContent, checkBackup } from './check-backup.ts';
import { readBackup } from './read-backup.ts';

/** Called and awaited after each batch: `rows` of the table's `of` rows are written, none yet for good. */
export type OnRestored = (progress: {
  readonly table: string;
  readonly rows: number;
  readonly of: number;
}) => void | Promise<void>;

/**
 * Fills an empty store from a backup, whichever dialect wrote it: all of it in one transaction, or nothing. The file is
 * checked to its end before anything is written, and what was written is read back before it is kept. A backup of an older
 * schema is restored into that schema, then migrated.
 * @param to address of a store that holds no rows, e.g. a file or database that does not have a schema yet
 * @throws BackupDamagedError, BackupTooNewError before the store is touched.
 * @throws TransferRefusedError when the store holds something, or a schema newer than the backup's.
 */
export async function restore(request: {
  readonly file: string;
  readonly to: string;
  readonly onProgress?: OnRestored;
}): Promise<BackupContent> {
  const { file, to, onProgress = () => undefined } = request;
  const content = await checkBackup(file);
  const store = await openStore(to, { upToMigration: content.migrations.at(-1) ?? '' });
  try {
    await requireSchemaOf(store, content);
    await store.session.transaction().execute((tx) => fill(tx, store, { file, content, onProgress }));
  } finally {
    await store.close();
  }
  const upToDate = await openStore(to);
  await upToDate.close();
  return content;
}

async function requireSchemaOf(store: Store, content: BackupContent): Promise<void> {
  const applied = await appliedMigrations(store.session);
  if (applied.length !== content.migrations.length)
    throw new TransferRefusedError(
      'the store has a newer schema than the backup: name a file or database that does not exist yet or is empty',
      { details: { backup: content.migrations, store: applied.map((migration) => migration.name) } },
    );
}

async function fill(
  tx: Session,
  store: Store,
  from: { readonly file: string; readonly content: BackupContent; readonly onProgress: OnRestored },
): Promise<void> {
  const { file, content, onProgress } = from;
  const expectedRows = new Map(content.tables.map((table) => [table.table, table.rows]));
  let digest = createTableDigest();
  await forgetSearchIndex(tx);
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') await requireEmpty(tx, part.tables);
    if (part.kind === 'rows') {
      const held = store.dialect === 'postgres' ? part.rows.map(withoutNul) : part.rows;
      await insertRows(tx, part.table, held);
      for (const row of held) digest.add(rowText(row));
      const { rows } = digest.content();
      await onProgress({ table: part.table.name, rows, of: expectedRows.get(part.table.name) ?? rows });
    }
    if (part.kind === 'tableEnd') {
      await endTable(tx, store, part.table, part.content, digest);
      digest = createTableDigest();
    }
  }
}

async function endTable(
  tx: Session,
  store: Store,
  table: StoreTable,
  end: TableEndLine,
  written: ReturnType<typeof createTableDigest>,
): Promise<void> {
  if (!sameContent(written.content(), await contentOf(tx, table)))
    throw new TransferMismatchError(`${table.name} holds something else than what was written to it`);
  await numberAfter(tx, store.dialect, table, end.lastNumber);
}
