import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who stands or stood on which list, and every name under which a party was printed: the history of one party over all lists. */
export const entities = {
  up: async (db: Kysely<Schema>): Promise<void> => {
    await sql`create table listed_parties (source_id text not null, subject_key text not null, name text not null, list text not null,
      instrument_id text not null, country text, seen_at text not null, gone_at text, primary key (source_id, subject_key))`.execute(
      db,
    );
    await sql`create index listed_parties_by_subject on listed_parties (subject_key)`.execute(db);
    await sql`create table party_names (name_key text not null, subject_key text not null, printed text not null, source_id text not null,
      primary key (name_key, subject_key))`.execute(db);
    await sql`create index party_names_by_subject on party_names (subject_key)`.execute(db);
    await sql`create index changes_by_jurisdiction on changes (jurisdiction, position)`.execute(db);
    await sql`create index changes_by_direction on changes (direction, position)`.execute(db);
    await sql`create index captures_by_sha256 on captures (sha256)`.execute(db);
  },
};
