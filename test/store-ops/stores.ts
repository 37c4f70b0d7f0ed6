import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';

/** Gives addresses of empty stores of one kind. */
export type FreshAddress = () => Promise<string>;

/** A folder for one test file, removed after it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redline-store-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let files = 0;

export function freshSqlite(folder: string): FreshAddress {
  return async () => {
    files += 1;
    return `sqlite:${join(folder, `store-${files}.sqlite`)}`;
  };
}

/**
 * Runs a suite that needs PostgreSQL. Where it cannot start the suite is left out with the reason, unless `CI` is set:
 * then that is a failure.
 */
export async function describeWithPostgres(name: string, suite: (fresh: FreshAddress) => void): Promise<void> {
  let server: PostgresServer;
  try {
    server = await startPostgres();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    console.warn(`skipped: ${name}, because ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  describe(name, () => {
    afterAll(() => server.stop());
    suite(() => server.freshDatabase());
  });
}
