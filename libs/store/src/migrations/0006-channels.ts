import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

/** Deliveries carry messages of several kinds; endpoints have a health, secrets that retire, and owners who are told. */
export function channels(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      await sql`alter table deliveries add column message_kind text not null default 'alert'`.execute(db);
      await sql`alter table deliveries add column subject_id text not null default ''`.execute(db);
      await sql`update deliveries set subject_id = alert_id`.execute(db);
      await sql`alter table subscriptions add column sealed_retiring text`.execute(db);
      await sql`create table endpoint_states (subscription_id text primary key, tenant_id text not null default 'default',
        failing_since text, consecutive_failures ${integer} not null, bounces ${integer} not null, last_outcome text not null,
        last_success_at text, disabled_at text, disabled_because text not null default '')`.execute(db);
      await sql`create table notices (notice_id text primary key, tenant_id text not null default 'default',
        about_subscription_id text not null, because text not null, raised_at text not null)`.execute(db);
    },
  };
}
