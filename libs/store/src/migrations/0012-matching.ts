import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect/store-dialect.ts';
import type { Schema } from '../schema.ts';

/** The order in which subscriptions were altered: who keeps them in memory reads only what is new. */
export function matching(dialect: DialectName) {
  const integer = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return {
    up: async (db: Kysely<Schema>): Promise<void> => {
      await sql`alter table subscriptions add column revision ${integer} not null default 0`.execute(db);
      await sql`create index subscriptions_by_revision on subscriptions (revision, subscription_id)`.execute(db);
    },
  };
}
