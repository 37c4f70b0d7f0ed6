import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

/**
 * Who did what and when, chained by hashes; and the ledger of polls: a source was asked for all it publishes, and answered.
 * Until now only single requests were kept: each of those stands in the ledger as a poll of one request.
 */
export function reviews(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  const serialKey = dialect === 'postgres' ? sql`bigserial primary key` : sql`integer primary key autoincrement`;
  const statements = [
    sql`create table audit_trail (tenant_id text not null default 'default', sequence ${integer} not null, at text not null, who text not null,
      via text not null, act text not null, subject_kind text not null, subject_id text not null, from_state text not null, to_state text not null,
      detail text not null, previous_hash text not null, hash text not null, primary key (tenant_id, sequence))`,
    sql`create index audit_trail_by_subject on audit_trail (tenant_id, subject_kind, subject_id, sequence)`,
    sql`create table polls (poll_id ${serialKey}, source_id text not null, started_at text not null, finished_at text not null,
      outcome text not null, detail text not null, requests ${integer} not null)`,
    sql`create index polls_by_source on polls (source_id, finished_at)`,
    sql`create index readings_by_capture on readings (capture_id)`,
    sql`insert into polls (source_id, started_at, finished_at, outcome, detail, requests)
      select source_id, checked_at, checked_at, case when outcome = 'changed' then 'changed'
        when outcome in ('unchanged', 'not_modified') then 'unchanged' else 'failed' end, detail, 1 from checks order by check_id`,
  ];
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
