import { CamelCasePlugin, Kysely, Migrator, sql, type Transaction } from 'kysely';
import { type DialectName, dialectFor } from './dialect/store-dialect.ts';
import { spine } from './migrations/0001-spine.ts';
import { outboxByPartition } from './migrations/0002-outbox-by-partition.ts';
import { deadlines } from './migrations/0003-deadlines.ts';
import { developments } from './migrations/0004-developments.ts';
import { access } from './migrations/0005-access.ts';
import { channels } from './migrations/0006-channels.ts';
import { digests } from './migrations/0007-digests.ts';
import { feeds } from './migrations/0008-feeds.ts';
import { reviews } from './migrations/0009-reviews.ts';
import { search } from './migrations/0010-search.ts';
import { entities } from './migrations/0011-entities.ts';
import { matching } from './migrations/0012-matching.ts';
import type { Schema } from './schema.ts';
import { requireFinishedCopy } from './transfer/copy-progress.ts';

/** Anything a repository can run on: the store itself, or one transaction of it. */
export type Session = Kysely<Schema>;

export interface Store {
  readonly session: Session;
  readonly dialect: DialectName;
  /** Runs `work` in one transaction: all of it is kept, or none. Rejects with whatever `work` rejects with. */
  transaction<Result>(work: (tx: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` as the last thing of the transaction, once `tx` has done all else: for what other transactions must wait for.
   * At once where `tx` is no transaction of this store.
   */
  beforeCommit(tx: Session, work: () => Promise<void>): Promise<void>;
  /** Calls `listener` after each commit of this process, so that a log consumer need not wait for its poll. */
  onCommit(listener: () => void): () => void;
  /** Resolves once every commit so far survives a power cut too. Costs a disk flush on SQLite, nothing on PostgreSQL. */
  makeDurable(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Name of the migration to stop at, for a backup of an older schema. The newest when left out. */
  readonly upToMigration?: string;
  /** Opens the target of a move that did not end, too: for the move itself. */
  readonly evenUnfinishedCopy?: boolean;
}

/**
 * Opens the store and brings its schema up to date. Processes that open one store at once migrate it once: they take turns.
 * @param url `sqlite:PATH` or `postgres://…`
 * @throws Error when the address is of neither kind or a migration fails.
 * @throws UnfinishedCopyError when the store is the target of a move that did not end.
 */
export async function openStore(url: string, options: OpenStoreOptions = {}): Promise<Store> {
  const { name, dialect } = dialectFor(url);
  const session = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] });
  try {
    await migrate(session, name, options.upToMigration);
    if (!options.evenUnfinishedCopy) await requireFinishedCopy(session);
  } catch (error) {
    await session.destroy();
    throw error;
  }
  return storeOver(session, name);
}

function storeOver(session: Session, name: DialectName): Store {
  const listeners = new Set<() => void>();
  const lastActs = new WeakMap<Session, (() => Promise<void>)[]>();
  return {
    session,
    dialect: name,
    transaction: async (work) => {
      const result = await session.transaction().execute(async (tx) => {
        const last: (() => Promise<void>)[] = [];
        lastActs.set(tx, last);
        const done = await work(tx);
        lastActs.delete(tx);
        for (const act of last) await act();
        return done;
      });
      for (const listener of listeners) listener();
      return result;
    },
    beforeCommit: async (tx, work) => {
      const last = lastActs.get(tx);
      if (last) last.push(work);
      else await work();
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    makeDurable: async () => {
      if (name === 'sqlite') await sql`pragma wal_checkpoint(passive)`.execute(session);
    },
    close: () => session.destroy(),
  };
}

function migrationsFor(dialect: DialectName) {
  return {
    '0001-spine': spine(dialect),
    '0002-outbox-by-partition': outboxByPartition,
    '0003-deadlines': deadlines(dialect),
    '0004-developments': developments(dialect),
    '0005-access': access,
    '0006-channels': channels(dialect),
    '0007-digests': digests(dialect),
    '0008-feeds': feeds,
    '0009-reviews': reviews(dialect),
    '0010-search': search(dialect),
    '0011-entities': entities,
    '0012-matching': matching(dialect),
  };
}

/** Names of all migrations this Redline knows, oldest first. */
export const KNOWN_MIGRATIONS: readonly string[] = Object.keys(migrationsFor('sqlite'));

async function migrate(session: Session, dialect: DialectName, upTo: string | undefined): Promise<void> {
  const migrator = new Migrator({
    db: session.withoutPlugins(),
    provider: { getMigrations: async () => migrationsFor(dialect) },
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrateUpTo(migrator, upTo));
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
}

/** Never down: a store that is past the migration stays as it is. */
async function migrateUpTo(migrator: Migrator, name: string): Promise<{ readonly error?: unknown }> {
  const applied = (await migrator.getMigrations()).filter((migration) => migration.executedAt);
  return applied.some((migration) => migration.name >= name) ? {} : migrator.migrateTo(name);
}
