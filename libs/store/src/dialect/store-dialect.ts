import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openNodeSqlite } from './node-sqlite.ts';
import { SharedSqliteDialect } from './shared-sqlite-dialect.ts';

export type DialectName = 'sqlite' | 'postgres';

const INT8_OID = 20;

/** Positions are far below 2^53: read int8 as a number, as SQLite does. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
};

/**
 * @param url `sqlite:PATH` (`sqlite::memory:` for tests) or `postgres://…`.
 * @throws Error for any other scheme, naming the two that work.
 */
export function dialectFor(url: string): { readonly name: DialectName; readonly dialect: Dialect } {
  if (url.startsWith('sqlite:')) {
    const path = url.slice('sqlite:'.length);
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    return { name: 'sqlite', dialect: new SharedSqliteDialect({ database: openNodeSqlite(path) }) };
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const pool = new pg.Pool({ connectionString: url, max: 10, types });
    // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
    pool.on('error', () => undefined);
    // The same for a connection in use that waits between two queries; the next query on it rejects.
    pool.on('connect', (client) => client.on('error', () => undefined));
    return { name: 'postgres', dialect: new PostgresDialect({ pool }) };
  }
  throw new Error(`DATABASE_URL must start with sqlite: or postgres://, not "${url.split(':')[0]}:"`);
}
