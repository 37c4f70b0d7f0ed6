import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * `node:sqlite` in the shape Kysely's SQLite dialect asks for. WAL keeps readers of other processes going while we write;
 * with `synchronous = NORMAL` a killed process loses nothing, and a power cut may undo the last commits, but only whole and
 * in order: state, event and cursor go back together, so what publishers still serve is fetched again. What a person was
 * told is kept is made durable at once (`Store.makeDurable`). The wait for locks comes first: to enter WAL takes one.
 * 32 MiB of pages are kept where the default is 2: ids are digests, so what is claimed, told and recorded together lies all
 * over the indexes.
 */
export function openNodeSqlite(path: string): SqliteDatabase {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;' +
      'PRAGMA cache_size = -32768;',
  );
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = prepare(database, sql);
      if (sql.length > LONGEST_KEPT_CHARS) return statement;
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}

/** More than the service asks; lists of unlike lengths make statements of their own. */
const MOST_PREPARED = 500;
/** What is longer inserts many rows at once: it takes more memory than time, and the next has another number of rows. */
const LONGEST_KEPT_CHARS = 4_000;

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toSqlite)),
    run: (parameters) => statement.run(...parameters.map(toSqlite)),
    // An iteration stays open between its rows: it must not share its statement.
    iterate: (parameters) => database.prepare(sql).iterate(...parameters.map(toSqlite)),
  };
}

function toSqlite(value: unknown): SQLInputValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be stored: columns are text, integer, real or blob`);
}
