import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

const TABLES = (integer: ReturnType<typeof sql>) => [
  sql`create table developments (development_id text primary key, anchor text not null, title text not null, jurisdiction text not null,
    instruments text not null, stage text not null, opened_at text not null, last_change_at text not null,
    change_count ${integer} not null, source_count ${integer} not null)`,
  sql`create index developments_by_last_change on developments (last_change_at, development_id)`,
  sql`create table development_aliases (alias_id text primary key, development_id text not null)`,
  sql`create index development_aliases_by_target on development_aliases (development_id)`,
  sql`create table development_changes (change_id text primary key, development_id text not null, source_id text not null,
    confirms_change_id text, differs text not null)`,
  sql`create index development_changes_by_development on development_changes (development_id)`,
  sql`create index development_changes_confirming on development_changes (confirms_change_id)`,
  sql`create table development_keys (kind text not null, value text not null, change_id text not null, development_id text not null,
    primary key (kind, value, change_id))`,
  sql`create index development_keys_by_development on development_keys (development_id)`,
  sql`create table obligations (obligation_id text primary key, development_id text not null, change_id text not null, kind text not null,
    instrument_id text not null, source_id text not null, expected text not null, due_on text, opened_at text not null,
    state text not null, closed_at text, because text not null, proof text not null)`,
  sql`create index obligations_open on obligations (state, source_id)`,
  sql`create index obligations_by_development on obligations (development_id)`,
  sql`create table review_items (review_item_id text primary key, development_id text not null, kind text not null, source_id text not null,
    because text not null, opened_at text not null, state text not null, closed_at text, resolution text not null)`,
  sql`create index review_items_by_state on review_items (state, opened_at)`,
  sql`create index review_items_by_development on review_items (development_id)`,
  sql`create table untold_alerts (change_id text not null, subscription_id text not null,
    confirms_change_id text not null, because text not null, decided_at text not null, primary key (change_id, subscription_id))`,
];

/**
 * Developments: which changes are about one legal act and why, what was announced and is not shown yet, what does not agree,
 * and who was not told a second time.
 */
export function developments(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      for (const statement of TABLES(integer)) await statement.execute(db);
    },
  };
}
