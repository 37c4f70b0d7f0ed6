import { sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Session } from '../open-store.ts';
import type { Row } from './row-text.ts';
import type { StoreTable } from './store-tables.ts';

/** Values one statement may carry in the stricter of the two (SQLite: 32,766). */
const MAX_VALUES = 30_000;

/** Inserts rows as they are, numbered columns included. Rejects when one is there already. */
export async function insertRows(session: Session, table: StoreTable, rows: readonly Row[]): Promise<void> {
  const atOnce = Math.floor(MAX_VALUES / table.columns.length);
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  for (let start = 0; start < rows.length; start += atOnce) {
    const values = rows.slice(start, start + atOnce).map((row) => sql`(${sql.join(row)})`);
    await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`.execute(
      session.withoutPlugins(),
    );
  }
}

const SQLITE_CONSTRAINT = 19;

/** True for a row that a key, a unique index or a reference refused (SQLSTATE class 23; SQLite result code 19). */
export function isConstraintViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return (Number(error.errcode) & 0xff) === SQLITE_CONSTRAINT;
  return 'code' in error && String(error.code).startsWith('23');
}

export async function emptyTable(session: Session, table: StoreTable): Promise<void> {
  await sql`delete from ${sql.table(table.name)}`.execute(session.withoutPlugins());
}

/**
 * The highest number the table ever gave out; 0 for none. More than the highest that lies there, where old rows were
 * removed: consumers stand at positions, and a position given out twice would be passed over.
 */
export async function lastNumber(session: Session, dialect: DialectName, table: StoreTable): Promise<number> {
  if (table.serial === undefined) return 0;
  const raw = session.withoutPlugins();
  const given =
    dialect === 'sqlite'
      ? sql<{ number: unknown }>`select seq as number from sqlite_sequence where name = ${table.name}`
      : sql<{ number: unknown }>`select case when is_called then last_value else 0 end as number
          from ${sql.table(`${table.name}_${table.serial}_seq`)}`;
  const { rows } = await given.execute(raw);
  return Number(rows[0]?.number ?? 0);
}

/** Goes on numbering after `number`. */
export async function numberAfter(
  session: Session,
  dialect: DialectName,
  table: StoreTable,
  number: number,
): Promise<void> {
  if (table.serial === undefined || number === 0) return;
  const raw = session.withoutPlugins();
  if (dialect === 'postgres') {
    await sql`select setval(pg_get_serial_sequence(${table.name}, ${table.serial}), ${number})`.execute(raw);
    return;
  }
  await sql`delete from sqlite_sequence where name = ${table.name}`.execute(raw);
  await sql`insert into sqlite_sequence (name, seq) values (${table.name}, ${number})`.execute(raw);
}
