import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createSealer, findApiKey, findToken, hashOfToken, listSubscriptions, openStore } from '#store';
import { describeWithPostgres, type FreshAddress, freshSqlite, scratchFolder } from './stores.ts';

const SEALER = createSealer(new Uint8Array(32).fill(7));
const LAST_BEFORE_TENANTS = '0003-deadlines';

function migrates(fresh: FreshAddress): void {
  it('brings what one house had into the default tenant, and what its keys and sessions may do stays the same', async () => {
    const address = await fresh();
    const before = await openStore(address, { upToMigration: LAST_BEFORE_TENANTS });
    const old = before.session.withoutPlugins();
    const sealed = SEALER.seal('{"kind":"digest"}');
    await sql`insert into subscriptions values ('s', 'Optics', 'daily', 'digest', ${sealed}, ${SEALER.seal('{}')}, null,
      'active', '2026-01-01', 0)`.execute(old);
    for (const scope of ['admin', 'reader']) {
      await sql`insert into api_keys values (${scope}, ${scope}, ${hashOfToken(`key of ${scope}`)}, ${scope},
        '2026-01-01', null)`.execute(old);
      await sql`insert into sessions values (${hashOfToken(`session of ${scope}`)}, 'session', ${scope},
        '2026-01-02')`.execute(old);
    }
    await before.close();

    const { session, close } = await openStore(address);
    expect(await listSubscriptions(session, SEALER, 'default')).toMatchObject([{ subscriptionId: 's' }]);
    expect(await findApiKey(session, 'key of admin')).toMatchObject({ tenantId: 'default', scopes: ['admin'] });
    expect(await findApiKey(session, 'key of reader')).toMatchObject({ tenantId: 'default', scopes: ['read'] });
    for (const role of ['admin', 'reader']) {
      const found = await findToken(session, `session of ${role}`, 'session', '2026-01-01');
      expect(found).toMatchObject({ tenantId: 'default', role });
    }
    await close();
  });
}

describe('the migration to tenants on SQLite', () => migrates(freshSqlite(scratchFolder())));
await describeWithPostgres('the migration to tenants on PostgreSQL', migrates);
