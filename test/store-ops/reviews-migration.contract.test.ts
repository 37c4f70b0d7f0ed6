import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listPolls, openStore } from '#store';
import { describeWithPostgres, type FreshAddress, freshSqlite, scratchFolder } from './stores.ts';

function migrates(fresh: FreshAddress): void {
  it('takes every request that was made before into the ledger as a poll of its own, failed ones as failed', async () => {
    const address = await fresh();
    const before = await openStore(address, { upToMigration: '0008-feeds' });
    const old = before.session.withoutPlugins();
    for (const [hour, outcome] of ['changed', 'not_modified', 'unavailable', 'unchanged', 'refused'].entries()) {
      await sql`insert into checks (source_id, url, checked_at, outcome, detail, duration_ms)
        values ('s', 'https://a.test/', ${`2026-01-01T0${hour}:00:00.000Z`}, ${outcome}, ${outcome}, 12)`.execute(old);
    }
    await before.close();

    const { session, close } = await openStore(address);
    const polls = await listPolls(session, 's', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
    expect(polls.map(({ outcome }) => outcome)).toEqual(['changed', 'unchanged', 'failed', 'unchanged', 'failed']);
    expect(polls[2]).toMatchObject({ finishedAt: '2026-01-01T02:00:00.000Z', detail: 'unavailable', requests: 1 });
    await close();
  });
}

describe('the migration to the ledger of polls on SQLite', () => migrates(freshSqlite(scratchFolder())));
await describeWithPostgres('the migration to the ledger of polls on PostgreSQL', migrates);
