import type { TableContent } from '../transfer/table-digest.ts';
import { BackupDamagedError } from './backup-errors.ts';
import type { BackupHeader } from './backup-lines.ts';
import { readBackup } from './read-backup.ts';

/** What a whole backup holds. */
export interface BackupContent {
  readonly createdAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly (TableContent & { readonly table: string })[];
}

/**
 * Reads a backup to its end without keeping anything.
 * @throws BackupDamagedError when it is not whole.
 * @throws BackupTooNewError when its schema is unknown here.
 */
export async function checkBackup(file: string): Promise<BackupContent> {
  let header: BackupHeader | undefined;
  const tables: (TableContent & { table: string })[] = [];
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'tableEnd')
      tables.push({ table: part.table.name, rows: part.content.rows, digest: part.content.digest });
  }
  if (!header) throw new BackupDamagedError('the backup is empty');
  return { createdAt: header.createdAt, migrations: header.migrations, tables };
}
