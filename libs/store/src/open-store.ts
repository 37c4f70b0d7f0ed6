import { CamelCasePlugin, Kysely, Migrator, type Transaction } from 'kysely';
import { type DialectName, dialectFor } from './dialect/store-dialect.ts';
import { spine } from './migrations/0001-spine.ts';
import { outboxByPartition } from './migrations/0002-outbox-by-partition.ts';
import type { Schema } from './schema.ts';

/** Anything a repository can run on: the store itself, or one transaction of it. */
export type Session = Kysely<Schema>;

export interface Store {
  readonly session: Session;
  readonly dialect: DialectName;
  /** Runs `work` in one transaction: all of it is kept, or none. Rejects with whatever `work` rejects with. */
  transaction<Result>(work: (tx: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** Calls `listener` after each commit of this process, so that a log consumer need not wait for its poll. */
  onCommit(listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Opens the store and brings its schema up to date.
 * @param url `sqlite:PATH` or `postgres://…`
 * @throws Error when the address is of neither kind or a migration fails.
 */
export async function openStore(url: string): Promise<Store> {
  const { name, dialect } = dialectFor(url);
  const session = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] });
  await migrate(session, name);
  const listeners = new Set<() => void>();
  return {
    session,
    dialect: name,
    transaction: async (work) => {
      const result = await session.transaction().execute(work);
      for (const listener of listeners) listener();
      return result;
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => session.destroy(),
  };
}

async function migrate(session: Session, dialect: DialectName): Promise<void> {
  const migrations = { '0001-spine': spine(dialect), '0002-outbox-by-partition': outboxByPartition };
  const migrator = new Migrator({
    db: session.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
}
