import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

/** Column types that the two dialects spell differently. */
function columnTypes(dialect: DialectName) {
  return dialect === 'postgres'
    ? { serialKey: sql`bigserial primary key`, blob: sql`bytea`, integer: sql`bigint`, real: sql`double precision` }
    : { serialKey: sql`integer primary key autoincrement`, blob: sql`blob`, integer: sql`integer`, real: sql`real` };
}

const TABLES = (t: ReturnType<typeof columnTypes>) => [
  sql`create table capture_bytes (sha256 text primary key, body ${t.blob} not null, byte_count ${t.integer} not null)`,
  sql`create table captures (capture_id text primary key, source_id text not null, sha256 text not null references capture_bytes (sha256),
    url text not null, media_type text not null, retrieved_at text not null, baseline ${t.integer} not null)`,
  sql`create index captures_by_source on captures (source_id, retrieved_at)`,
  sql`create table source_states (source_id text primary key, last_checked_at text, last_success_at text, last_changed_at text,
    consecutive_failures ${t.integer} not null, last_outcome text not null, last_detail text not null, next_run_at text)`,
  sql`create table checks (check_id ${t.serialKey}, source_id text not null, url text not null, checked_at text not null,
    outcome text not null, detail text not null, sha256 text, duration_ms ${t.integer} not null)`,
  sql`create index checks_by_source on checks (source_id, checked_at)`,
  sql`create table validators (url text not null, source_id text not null, etag text, last_modified text, sha256 text not null,
    primary key (source_id, url))`,
  sql`create table readings (position ${t.serialKey}, reading_id text not null unique, source_id text not null,
    capture_id text not null, sha256 text not null, kind text not null, status text not null, reason text not null,
    content_hash text not null, body ${t.blob} not null, read_at text not null)`,
  sql`create index readings_by_source on readings (source_id, status, position)`,
  sql`create table known_documents (source_id text not null, document_id text not null, body text not null,
    reading_id text not null, primary key (source_id, document_id))`,
  sql`create table changes (position ${t.serialKey}, change_id text not null unique, source_id text not null,
    instrument_id text not null, jurisdiction text not null, type text not null, alerting ${t.integer} not null,
    baseline ${t.integer} not null, stage text not null, direction text not null, subject_key text not null, subject_label text not null,
    document_number text, detected_at text not null, reading_id text not null, previous_reading_id text, body text not null)`,
  sql`create index changes_by_source on changes (source_id, position)`,
  sql`create index changes_by_type on changes (type, position)`,
  sql`create index changes_by_instrument on changes (instrument_id, position)`,
  sql`create index changes_by_day on changes (detected_at)`,
  sql`create table source_problems (problem_id text primary key, source_id text not null, problem text not null, opened_at text not null,
    closed_at text, because text not null)`,
  sql`create index source_problems_open on source_problems (source_id, closed_at)`,
  sql`create table subscriptions (subscription_id text primary key, name text not null, cadence text not null, channel_kind text not null,
    sealed_channel text not null, sealed_profile text not null, sealed_secret text, status text not null, created_at text not null,
    hears_after_position ${t.integer} not null)`,
  sql`create table alerts (alert_id text primary key, change_id text not null, subscription_id text not null, score ${t.integer} not null,
    band text not null, body text not null, raised_at text not null, unique (change_id, subscription_id))`,
  sql`create index alerts_by_subscription on alerts (subscription_id, raised_at)`,
  sql`create table deliveries (delivery_id text primary key, subscription_id text not null, alert_id text not null, webhook_id text not null,
    status text not null, attempts ${t.integer} not null, next_attempt_at text, claimed_until text, created_at text not null,
    finished_at text, last_outcome text not null, replay_of text)`,
  sql`create index deliveries_due on deliveries (status, next_attempt_at)`,
  sql`create index deliveries_by_subscription on deliveries (subscription_id, created_at)`,
  sql`create table delivery_attempts (delivery_id text not null references deliveries (delivery_id), attempt ${t.integer} not null,
    started_at text not null, duration_ms ${t.integer} not null, outcome text not null, status ${t.integer}, response_text text not null,
    primary key (delivery_id, attempt))`,
  sql`create table api_keys (key_id text primary key, name text not null, key_hash text not null unique, scope text not null,
    created_at text not null, revoked_at text)`,
  sql`create table sessions (session_hash text primary key, kind text not null, scope text not null, expires_at text not null)`,
  sql`create table event_log (position ${t.serialKey}, topic text not null, partition ${t.integer} not null, key text not null,
    event_id text not null, type text not null, body text not null, recorded_at text not null, unique (topic, event_id))`,
  sql`create index event_log_by_topic on event_log (topic, position)`,
  sql`create table inbox (consumer_group text not null, event_source text not null, event_id text not null,
    primary key (consumer_group, event_source, event_id))`,
  sql`create table consumer_positions (consumer_group text primary key, position ${t.integer} not null)`,
  sql`create table dead_letters (consumer_group text not null, position ${t.integer} not null, topic text not null, key text not null,
    event_id text not null, code text not null, reason text not null, attempts ${t.integer} not null, parked_at text not null,
    replayed_at text, primary key (consumer_group, position))`,
];

/** The tables of one machine's Redline: captures, readings, changes, subscriptions, deliveries, keys and the log. */
export function spine(dialect: DialectName) {
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      for (const statement of TABLES(columnTypes(dialect))) await statement.execute(db);
    },
  };
}
