import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Secret addresses under which a subscription's feeds and calendar are read without signing in; only their hashes are kept. */
export const feeds = {
  up: async (db: Kysely<Schema>): Promise<void> => {
    await sql`create table feed_addresses (token_hash text primary key, tenant_id text not null default 'default',
      subscription_id text not null, created_at text not null, revoked_at text)`.execute(db);
    await sql`create index feed_addresses_by_subscription on feed_addresses (subscription_id)`.execute(db);
  },
};
