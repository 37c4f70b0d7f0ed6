import { sql } from 'kysely';
import type { Session } from '../open-store.ts';
import type { Place } from './read-rows.ts';
import type { StoreTable } from './store-tables.ts';
import { UnfinishedCopyError } from './transfer-errors.ts';

/**
 * Lies in the target of a move from its first write to its last check: which store is copied, and how far each table is.
 * No migration makes it, because a store at rest has none.
 */
const PROGRESS_TABLE = 'store_copy_progress';

/** True when the store is the target of a move that did not end. */
export async function hasUnfinishedCopy(session: Session): Promise<boolean> {
  const tables = await session.withoutPlugins().introspection.getTables();
  return tables.some((table) => table.name === PROGRESS_TABLE);
}

/** @throws UnfinishedCopyError when the store is the target of a move that did not end. */
export async function requireFinishedCopy(session: Session): Promise<void> {
  if (await hasUnfinishedCopy(session))
    throw new UnfinishedCopyError('this store is an unfinished copy: repeat `redline migrate-store` until it ends');
}

/**
 * Marks the store as a copy under way. Repeating it adds tables that a newer schema brought, and changes nothing else.
 * @param identity of the store that is copied
 */
export async function startProgress(target: Session, identity: string, tables: readonly StoreTable[]): Promise<void> {
  const raw = target.withoutPlugins();
  const progress = sql.table(PROGRESS_TABLE);
  await sql`create table if not exists ${progress}
    (table_name text primary key, copied_from text not null, place text)`.execute(raw);
  for (const { name } of tables)
    await sql`insert into ${progress} (table_name, copied_from) values (${name}, ${identity})
      on conflict do nothing`.execute(raw);
}

/** @returns the identity of the store that an unfinished copy is of. */
export async function copiedFrom(target: Session): Promise<string | undefined> {
  const { rows } = await sql<{ copied_from: string }>`
    select copied_from from ${sql.table(PROGRESS_TABLE)} limit 1`.execute(target.withoutPlugins());
  return rows[0]?.copied_from;
}

/** Where the copy of a table stands, in the source's order; undefined before its first row. */
export async function placeOf(target: Session, table: StoreTable): Promise<Place | undefined> {
  const { rows } = await sql<{ place: string | null }>`
    select place from ${sql.table(PROGRESS_TABLE)} where table_name = ${table.name}`.execute(target.withoutPlugins());
  const place = rows[0]?.place;
  return place ? (JSON.parse(place) as Place) : undefined;
}

/** Run it in the transaction that writes the rows up to the place. */
export async function keepPlace(target: Session, table: StoreTable, place: Place | undefined): Promise<void> {
  const text = place === undefined ? null : JSON.stringify(place);
  await sql`update ${sql.table(PROGRESS_TABLE)} set place = ${text} where table_name = ${table.name}`.execute(
    target.withoutPlugins(),
  );
}

export async function endProgress(target: Session): Promise<void> {
  await sql`drop table ${sql.table(PROGRESS_TABLE)}`.execute(target.withoutPlugins());
}
