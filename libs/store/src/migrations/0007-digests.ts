import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

/**
 * When each subscription's digest is due and where its next window begins; the digests that were made; which alerts went
 * out in one message; who must hear that what was told no longer holds.
 */
export function digests(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  const statements = [
    sql`alter table subscriptions add column digest_at text`,
    sql`alter table subscriptions add column digest_weekday text`,
    sql`alter table subscriptions add column collapse ${integer}`,
    sql`create table digest_cursors (subscription_id text primary key, tenant_id text not null default 'default',
      position ${integer} not null, since text not null, next_run_at text)`,
    sql`create index digest_cursors_due on digest_cursors (next_run_at)`,
    // Who had subscribed before digests were kept begins now: what was told until then stands on the pages by day.
    sql`insert into digest_cursors (subscription_id, position, since)
      select subscription_id, (select coalesce(max(position), 0) from changes), created_at from subscriptions`,
    sql`create table digests (digest_id text primary key, tenant_id text not null default 'default', subscription_id text not null,
      cadence text not null, from_position ${integer} not null, to_position ${integer} not null, period_from text not null, period_to text not null,
      time_zone text not null, scheduled_at text not null, made_at text not null, told ${integer} not null, sealed_body text not null,
      unique (subscription_id, scheduled_at))`,
    sql`create index digests_by_subscription on digests (subscription_id, to_position)`,
    sql`create table bursts (burst_id text primary key, tenant_id text not null default 'default', subscription_id text not null,
      lane text not null, opened_at text not null, closes_at text not null, state text not null, alerts ${integer} not null)`,
    sql`create index bursts_open on bursts (subscription_id, lane, state)`,
    sql`create table burst_alerts (alert_id text primary key, burst_id text not null, tenant_id text not null default 'default',
      place ${integer} not null)`,
    sql`create index burst_alerts_by_burst on burst_alerts (burst_id, place)`,
    sql`create table corrections (correction_id text primary key, tenant_id text not null default 'default', subscription_id text not null,
      change_id text not null, told_band text not null, body text not null, raised_at text not null, unique (change_id, subscription_id))`,
    sql`create index changes_by_document on changes (document_number)`,
    sql`create index changes_by_subject on changes (subject_key)`,
  ];
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
