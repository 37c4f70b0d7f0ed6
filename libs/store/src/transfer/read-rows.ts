import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../open-store.ts';
import type { Cell, Row } from './row-text.ts';
import { rowText } from './row-text.ts';
import type { StoreTable } from './store-tables.ts';
import { createTableDigest, type TableContent } from './table-digest.ts';

const BATCH_ROWS = 500;
/** A batch ends where its text and blobs pass this: a table of large bodies travels a few rows at a time. */
const BATCH_OCTETS = 4 * 1024 * 1024;

/** Values of the primary key: a place in the table's order. */
export type Place = readonly (string | number)[];

export interface RowBatch {
  readonly rows: readonly Row[];
  /** Key of the last row: where to go on. */
  readonly last: Place;
}

/**
 * The rows after a place in the order of the primary key, in batches of bounded size, however large the table. The order
 * is the database's own, so a place is only good for the database it came from.
 */
export async function* rowBatches(session: Session, table: StoreTable, after?: Place): AsyncGenerator<RowBatch> {
  const raw = session.withoutPlugins();
  for (let place = after; ; ) {
    const last = await endOfBatch(raw, table, place);
    if (last === undefined) return;
    const { rows } = await sql<Record<string, unknown>>`
      select ${refs(table.columns)} from ${sql.table(table.name)}
      where ${afterPlace(table, place)} and ${keyTuple(table)} <= ${tuple(last)} order by ${refs(table.key)}`.execute(
      raw,
    );
    yield { rows: rows.map((row) => table.columns.map((column) => asCell(row[column]))), last };
    place = last;
  }
}

/** Sizes are asked for before the rows are: what does not fit is never read. */
async function endOfBatch(session: Session, table: StoreTable, place: Place | undefined): Promise<Place | undefined> {
  const sizes = table.sized.map((column) => sql`coalesce(octet_length(${sql.ref(column)}), 0)`);
  const { rows } = await sql<Record<string, unknown>>`
    select ${refs(table.key)}, ${sizes.length === 0 ? sql`0` : sql.join(sizes, sql` + `)} as batch_octets
    from ${sql.table(table.name)} where ${afterPlace(table, place)}
    order by ${refs(table.key)} limit ${sql.lit(BATCH_ROWS)}`.execute(session);
  let octets = 0;
  let end = rows[0];
  for (const row of rows) {
    octets += Number(row.batch_octets);
    if (octets > BATCH_OCTETS && row !== rows[0]) break;
    end = row;
  }
  return end && table.key.map((column) => asPlaceValue(end?.[column]));
}

/** Reads a whole table and adds it up. `altered` is what each row becomes before it is added. */
export async function contentOf(
  session: Session,
  table: StoreTable,
  altered: (row: Row) => Row = (row) => row,
): Promise<TableContent> {
  const digest = createTableDigest();
  for await (const batch of rowBatches(session, table)) for (const row of batch.rows) digest.add(rowText(altered(row)));
  return digest.content();
}

export async function isEmptyTable(session: Session, table: StoreTable): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(session.withoutPlugins());
  return rows.length === 0;
}

export async function countRows(session: Session, table: StoreTable): Promise<number> {
  const { rows } = await sql<{ count: unknown }>`select count(*) as count from ${sql.table(table.name)}`.execute(
    session.withoutPlugins(),
  );
  return Number(rows[0]?.count ?? 0);
}

function refs(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function keyTuple(table: StoreTable): RawBuilder<unknown> {
  return sql`(${refs(table.key)})`;
}

function tuple(place: Place): RawBuilder<unknown> {
  return sql`(${sql.join(place)})`;
}

function afterPlace(table: StoreTable, place: Place | undefined): RawBuilder<unknown> {
  return place === undefined ? sql`1 = 1` : sql`${keyTuple(table)} > ${tuple(place)}`;
}

function asCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} came from a column of text, integer, real or blob`);
}

function asPlaceValue(value: unknown): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError('a primary key holds text or integers');
}
