import { sql } from 'kysely';
import type { Session } from '../open-store.ts';

/** A migration that made this store what it is. */
export interface AppliedMigration {
  readonly name: string;
  readonly appliedAt: string;
}

/** Oldest first. */
export async function appliedMigrations(session: Session): Promise<readonly AppliedMigration[]> {
  const { rows } = await sql<{ name: string; timestamp: string }>`
    select name, timestamp from kysely_migration order by name`.execute(session.withoutPlugins());
  return rows.map((row) => ({ name: row.name, appliedAt: row.timestamp }));
}

/** Tells one store from another without an id of its own: the instant, to the millisecond, at which its schema was made. */
export async function identityOf(session: Session): Promise<string> {
  const first = (await appliedMigrations(session))[0];
  return `${first?.name ?? ''} ${first?.appliedAt ?? ''}`;
}
