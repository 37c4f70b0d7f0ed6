import { sql } from 'kysely';
import { openStore, type Session } from '../open-store.ts';
import { DERIVED_TABLES } from '../search-tables.ts';

/** A table as the migrations make it, in both dialects. Names are those of the database. */
export interface StoreTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly blobs: ReadonlySet<string>;
  /** Columns whose octets decide how many rows fit into a batch. */
  readonly sized: readonly string[];
  /** Primary key: the order in which rows travel, and the place to go on from. */
  readonly key: readonly string[];
  /** The column that the database numbers. */
  readonly serial: string | undefined;
  /** Tables whose rows must be there first. */
  readonly references: readonly string[];
}

/**
 * Every table of the schema that holds what nothing else does, referenced ones first. Read from an empty store in memory, so that no list of tables has to
 * be kept and none can be forgotten.
 * @param upToMigration the schema's newest migration; the newest there is when left out
 * @throws Error when a table has no primary key, or tables refer to each other in a circle.
 */
export async function storeTables(upToMigration?: string): Promise<readonly StoreTable[]> {
  const scratch = await openStore('sqlite::memory:', upToMigration === undefined ? {} : { upToMigration });
  try {
    const session = scratch.session;
    const { rows } = await sql<{ name: string; ddl: string }>`
      select name, sql as ddl from sqlite_master
      where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'
        and substr(name, 1, ${DERIVED_TABLES.length}) <> ${DERIVED_TABLES}
      order by name`.execute(session.withoutPlugins());
    const tables: StoreTable[] = [];
    for (const { name, ddl } of rows) tables.push(await describeTable(session.withoutPlugins(), name, ddl));
    return referencedFirst(tables);
  } finally {
    await scratch.close();
  }
}

async function describeTable(session: Session, name: string, ddl: string): Promise<StoreTable> {
  const { rows: columns } = await sql<{ name: string; type: string; pk: number }>`
    select name, type, pk from pragma_table_info(${name}) order by cid`.execute(session);
  const { rows: foreign } = await sql<{ target: string }>`
    select distinct "table" as target from pragma_foreign_key_list(${name})`.execute(session);
  const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new Error(`table ${name} has no primary key: its rows could not be copied in an order`);
  const ofType = (type: RegExp) => columns.filter((column) => type.test(column.type)).map((column) => column.name);
  return {
    name,
    columns: columns.map((column) => column.name),
    blobs: new Set(ofType(/^blob$/i)),
    sized: ofType(/^(?:blob|text)$/i),
    key: key.map((column) => column.name),
    serial: /\bautoincrement\b/i.test(ddl) ? key[0]?.name : undefined,
    references: foreign.map((one) => one.target).filter((target) => target !== name),
  };
}

function referencedFirst(tables: readonly StoreTable[]): readonly StoreTable[] {
  const ordered: StoreTable[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const placed = new Set(ordered.map((table) => table.name));
    const ready = waiting.filter((table) => table.references.every((name) => placed.has(name)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${waiting.map((table) => table.name)}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** The tables and everything that refers to them, directly or not, referenced ones first. */
export function withDependents(tables: readonly StoreTable[], name: string): readonly StoreTable[] {
  const names = new Set([name]);
  for (const table of tables) if (table.references.some((target) => names.has(target))) names.add(table.name);
  return tables.filter((table) => names.has(table.name));
}
