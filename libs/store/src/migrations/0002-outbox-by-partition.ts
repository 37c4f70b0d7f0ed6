import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Counting what a group has not applied yet goes by partition; without the index an idle partition costs a full scan. */
export const outboxByPartition = {
  up: async (db: Kysely<Schema>): Promise<void> => {
    await sql`create index event_log_by_partition on event_log (topic, partition, position)`.execute(db);
  },
};
