import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

/** Dated obligations ahead, each from a stored change: what the calendar tells without a document. */
export function deadlines(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      await sql`create table deadlines (deadline_id text primary key, thread text not null, kind text not null, change_id text not null,
        source_id text not null, jurisdiction text not null, last_day text not null, told_mark ${integer} not null,
        state text not null)`.execute(db);
      await sql`create index deadlines_by_thread on deadlines (thread, kind, state)`.execute(db);
      await sql`create index deadlines_open on deadlines (state, last_day)`.execute(db);
    },
  };
}
