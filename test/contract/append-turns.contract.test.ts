import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEvent, TOPICS } from '#events';
import { createEmbeddedLog } from '#log';
import { ADVISORY_LOCKS, openStore, type Session, type Store } from '#store';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/* Only PostgreSQL has several writers at once: SQLite takes turns by itself. */

const TIME = '2026-01-01T00:00:00.000Z';
let server: PostgresServer | undefined;
let because = '';

beforeAll(async () => {
  try {
    server = await startPostgres();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    because = String(error);
  }
});
afterAll(() => server?.stop());

const captured = (id: string) =>
  makeEvent({
    type: 'redline.capture.recorded',
    id,
    source: '/test',
    time: TIME,
    partitionkey: id,
    correlation: id,
    data: { captureId: id, sourceId: id, sha256: 'ab'.repeat(32), retrievedAt: TIME, baseline: false },
  });

/** Resolves once some connection waits for the turn. */
async function whoWaits(session: Session): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(session);
    if (rows.length > 0) return;
  }
}

async function positionsById({ session }: Store): Promise<Record<string, number>> {
  const rows = await session.selectFrom('eventLog').select(['eventId', 'position']).execute();
  return Object.fromEntries(rows.map(({ eventId, position }) => [eventId, position]));
}

it('numbers the event of whoever had the turn first below that of whoever waited for it', async (test) => {
  if (!server) return test.skip(`PostgreSQL does not run here: ${because}`);
  const store = await openStore(await server.freshDatabase());
  const log = createEmbeddedLog(store, { now: () => new Date(TIME) });
  const append = (tx: Session, id: string) => log.append(tx, TOPICS.captures, [captured(id)]);
  let waiting: Promise<void> | undefined;
  await store.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.append})`.execute(tx);
    waiting = store.transaction((other) => append(other, 'waited'));
    await whoWaits(store.session);
    await append(tx, 'first');
  });
  await waiting;
  const { first, waited } = await positionsById(store);
  expect(first).toBeLessThan(waited ?? 0);
  await store.close();
});
