import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * Tenants, and who may do what in each. What was there before belongs to the tenant `default`, which needs no row: a store
 * fresh from its migrations stays empty, so that a backup can be restored into it.
 */
const STATEMENTS = [
  sql`create table tenants (tenant_id text primary key, name text not null, created_at text not null)`,
  sql`alter table subscriptions add column tenant_id text not null default 'default'`,
  sql`create index subscriptions_by_tenant on subscriptions (tenant_id, created_at)`,
  sql`alter table api_keys add column tenant_id text not null default 'default'`,
  sql`alter table api_keys rename column scope to scopes`,
  sql`update api_keys set scopes = 'read' where scopes = 'reader'`,
  sql`alter table api_keys add column last_used_at text`,
  sql`alter table sessions add column tenant_id text not null default 'default'`,
  sql`alter table sessions rename column scope to role`,
  sql`alter table sessions add column name text not null default 'administrator'`,
  sql`alter table sessions add column key_id text`,
];

export const access = {
  up: async (db: Kysely<Schema>): Promise<void> => {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
