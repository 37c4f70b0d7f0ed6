import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

const TABLES = (integer: ReturnType<typeof sql>) => [
  sql`create table search_entries (place ${integer} primary key, kind text not null, subject_id text not null, source_ids text not null,
    instrument_ids text not null, fingerprint text not null, label text not null, heading text not null, body text not null,
    printed text not null, unique (kind, subject_id))`,
  sql`create index search_entries_by_source on search_entries (source_ids, kind)`,
  sql`create table search_codes (code text not null, place ${integer} not null references search_entries (place) on delete cascade,
    primary key (code, place))`,
  sql`create index search_codes_by_place on search_codes (place)`,
  sql`create table search_progress (part text primary key, reached text not null, done ${integer} not null)`,
];

/** The texts stay in `search_entries`; which words of the index stand in which column is enough, because finds are compared. */
const SQLITE_GRAMS = [
  sql`create virtual table search_grams using fts5 (heading, body, content='search_entries', content_rowid='place',
    tokenize='trigram case_sensitive 1', detail=column, columnsize=0)`,
  sql`create virtual table search_gram_places using fts5vocab (search_grams, instance)`,
  sql`create trigger search_entries_indexed after insert on search_entries begin
    insert into search_grams (rowid, heading, body) values (new.place, new.heading, new.body); end`,
  sql`create trigger search_entries_unindexed after delete on search_entries begin
    insert into search_grams (search_grams, rowid, heading, body) values ('delete', old.place, old.heading, old.body); end`,
];

/** Without a list of pending grams: who searches would have to read through it. */
const POSTGRES_GRAMS = [
  sql`create table search_grams (place bigint primary key references search_entries (place) on delete cascade,
    heading tsvector not null, whole tsvector not null)`,
  sql`create index search_grams_of_heading on search_grams using gin (heading) with (fastupdate = off)`,
  sql`create index search_grams_of_whole on search_grams using gin (whole) with (fastupdate = off)`,
];

/** Search over changes, developments and provisions: entries, their codes, and an index of every three characters in a row. */
export function search(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      const grams = dialect === 'postgres' ? POSTGRES_GRAMS : SQLITE_GRAMS;
      for (const statement of [...TABLES(integer), ...grams]) await statement.execute(db);
    },
  };
}
