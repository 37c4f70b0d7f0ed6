import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '#store';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Opens an empty store of one kind. The suite closes it. */
export type OpenFreshStore = () => Promise<Store>;

/**
 * Runs one suite over every store: SQLite and a real PostgreSQL. Where PostgreSQL cannot start its suite is skipped with
 * the reason, unless `CI` is set: then that is a failure.
 */
export async function describeOverStores(name: string, suite: (open: OpenFreshStore) => void): Promise<void> {
  describe(`${name} on SQLite`, () => suite(() => openStore('sqlite::memory:')));

  const started = await tryStart();
  if (started.kind === 'failed') {
    if (process.env.CI === 'true') {
      describe(`${name} on PostgreSQL`, () => {
        beforeAll(() => {
          throw new Error(started.because);
        });
        suite(() => Promise.reject(new Error(started.because)));
      });
      return;
    }
    console.warn(`skipped: ${name} on PostgreSQL, because ${started.because}`);
    return;
  }
  describe(`${name} on PostgreSQL`, () => {
    afterAll(() => started.server.stop());
    suite(async () => openStore(await started.server.freshDatabase()));
  });
}

async function tryStart(): Promise<
  { readonly kind: 'started'; readonly server: PostgresServer } | { readonly kind: 'failed'; readonly because: string }
> {
  try {
    return { kind: 'started', server: await startPostgres() };
  } catch (error) {
    return { kind: 'failed', because: error instanceof Error ? error.message : String(error) };
  }
}
