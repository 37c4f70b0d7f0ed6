import { createHash } from 'node:crypto';
import { KNOWN_MIGRATIONS } from '../open-store.ts';
import { parseRowText, type Row } from '../transfer/row-text.ts';
import { type StoreTable, storeTables } from '../transfer/store-tables.ts';
import { createTableDigest, sameContent } from '../transfer/table-digest.ts';
import { BackupDamagedError, BackupTooNewError } from './backup-errors.ts';
import { BackupHeader, EndLine, hasTablesOf, parseLine, TableEndLine, TableLine } from './backup-lines.ts';
import { zstdLines } from './file-lines.ts';

const BATCH_ROWS = 500;
const BATCH_OCTETS = 4 * 1024 * 1024;
const ROW_OPENS_WITH = '['.charCodeAt(0);

/** A backup as it is read, in the order of the file. */
export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader; readonly tables: readonly StoreTable[] }
  | { readonly kind: 'rows'; readonly table: StoreTable; readonly rows: readonly Row[] }
  | { readonly kind: 'tableEnd'; readonly table: StoreTable; readonly content: TableEndLine };

/**
 * Reads a backup in bounded memory. Only one that is read to its end is whole: what came before a throw must not be kept.
 * @throws BackupDamagedError at the first line that is not as it was written.
 * @throws BackupTooNewError when its schema has migrations that this Redline does not know.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const lines = hashedLines(file);
  const header = parseLine(BackupHeader, (await lines.next()).value?.text);
  if (!header) throw new BackupDamagedError('the file does not begin as a Redline backup');
  if (header.migrations.some((name, index) => name !== KNOWN_MIGRATIONS[index]))
    await refuseUnknownSchema(header, lines);
  const tables = await tablesAtThatTime(header);
  yield { kind: 'header', header, tables };
  for (const table of tables) yield* readTable(lines, table);
  if (!endsAsWritten((await lines.next()).value ?? undefined))
    throw new BackupDamagedError('the backup does not end as it was written');
  if (!(await lines.next()).done) throw new BackupDamagedError('something follows the end of the backup');
}

/** A turned bit can misspell a migration: only a file that is whole may say that a newer Redline made it. */
async function refuseUnknownSchema(header: BackupHeader, lines: Lines): Promise<never> {
  let last: HashedLine | undefined;
  for await (const line of lines) last = line;
  if (!endsAsWritten(last)) throw new BackupDamagedError('the backup does not end as it was written');
  throw new BackupTooNewError('the backup was made by a newer Redline: restore it with that one', {
    details: { migrations: header.migrations },
  });
}

function endsAsWritten(line: HashedLine | undefined): boolean {
  return line?.sha256Before !== undefined && parseLine(EndLine, line.text)?.sha256 === line.sha256Before;
}

async function tablesAtThatTime(header: BackupHeader): Promise<readonly StoreTable[]> {
  const tables = await storeTables(header.migrations.at(-1));
  if (!hasTablesOf(header, tables))
    throw new BackupDamagedError('the tables of the backup are not those of its schema');
  return tables;
}

async function* readTable(lines: Lines, table: StoreTable): AsyncGenerator<BackupPart> {
  if (parseLine(TableLine, (await lines.next()).value?.text)?.table !== table.name)
    throw new BackupDamagedError(`table ${table.name} is missing`);
  const digest = createTableDigest();
  let rows: Row[] = [];
  let octets = 0;
  for (let next = await lines.next(); ; next = await lines.next()) {
    const text = next.value?.text ?? '';
    if (text.charCodeAt(0) !== ROW_OPENS_WITH) {
      if (rows.length > 0) yield { kind: 'rows', table, rows };
      const content = parseLine(TableEndLine, text);
      if (!content || !sameContent(content, digest.content()))
        throw new BackupDamagedError(`the rows of table ${table.name} are not those that were written`);
      yield { kind: 'tableEnd', table, content };
      return;
    }
    const row = parseRowText(table, text);
    if (!row) throw new BackupDamagedError(`a row of table ${table.name} is not as it was written`);
    digest.add(text);
    rows.push(row);
    octets += text.length;
    if (rows.length >= BATCH_ROWS || octets >= BATCH_OCTETS) {
      yield { kind: 'rows', table, rows };
      rows = [];
      octets = 0;
    }
  }
}

interface HashedLine {
  readonly text: string;
  /** Hash of all before it, for a line that may be the last. */
  readonly sha256Before: string | undefined;
}
type Lines = AsyncGenerator<HashedLine>;

async function* hashedLines(file: string): Lines {
  const hash = createHash('sha256');
  for await (const line of zstdLines(file)) {
    const text = line.toString('utf8');
    yield { text, sha256Before: text.startsWith('{"end"') ? hash.copy().digest('hex') : undefined };
    hash.update(line).update('\n');
  }
}
