import { afterEach, describe, expect, it } from 'vitest';
import { migrateStore, openStore, type Store } from '#store';
import { aDelivery } from '../contract/samples.ts';
import { fillStore } from './fill-store.ts';
import { describeWithPostgres, type FreshAddress, freshSqlite, scratchFolder } from './stores.ts';
import { nextPosition, wholeStore } from './whole-store.ts';

const folder = scratchFolder();
const sqlite = freshSqlite(folder);

await describeWithPostgres('moving a store', (postgres) => {
  describe('from SQLite to PostgreSQL', () => suite(sqlite, postgres));
  describe('from PostgreSQL to SQLite', () => suite(postgres, sqlite));

  it('holds a U+0000 of SQLite as U+FFFD in PostgreSQL, and says how many rows that changed', async () => {
    const [from, to] = [await openStore(await sqlite()), await openStore(await postgres())];
    const row = { url: 'https://a.test/\u0000', sourceId: 's', etag: null, lastModified: null, sha256: 'x' };
    await from.session.insertInto('validators').values(row).execute();
    expect((await migrateStore({ from, to })).alteredRows).toBe(1);
    const [arrived] = await to.session.selectFrom('validators').selectAll().execute();
    expect(arrived).toEqual({ ...row, url: 'https://a.test/\ufffd' });
    await Promise.all([from.close(), to.close()]);
  });
});

function suite(fromAddress: FreshAddress, toAddress: FreshAddress): void {
  const open: Store[] = [];
  const opened = async (address: string, evenUnfinishedCopy = false) => {
    const store = await openStore(address, { evenUnfinishedCopy });
    open.push(store);
    return store;
  };
  const filled = async () => {
    const store = await opened(await fromAddress());
    await fillStore(store);
    return store;
  };
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });

  it('carries every row of every table', async () => {
    const [from, to] = [await filled(), await opened(await toAddress())];
    const whole = await wholeStore(from);
    expect(Object.entries(whole).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const move = await migrateStore({ from, to });
    expect(await wholeStore(to)).toEqual(whole);
    expect(await wholeStore(from)).toEqual(whole);
    expect(new Map(move.tables.map((table) => [table.table, table.rows])).get('changes')).toBe(40);
    expect(move).toMatchObject({ resumed: false, alteredRows: 0 });
  });

  it('goes on numbering where the source stood, even when its newest rows are gone', async () => {
    const [from, to] = [await filled(), await opened(await toAddress())];
    await from.session.deleteFrom('eventLog').where('position', '>', 30).execute();
    await migrateStore({ from, to });
    expect(await nextPosition(to)).toBe(41);
  });

  it('ends the same wherever it is stopped and repeated', async () => {
    const from = await filled();
    const whole = await wholeStore(from);
    const address = await toAddress();
    const to = await opened(address);
    for (let batches = 1; ; batches += 1) {
      const stop = new Error('stopped');
      let copied = 0;
      const onProgress = () => {
        copied += 1;
        if (copied === 1) throw stop;
      };
      const ended = await migrateStore({ from, to, onProgress }).then(
        () => true,
        (error: unknown) => {
          if (error !== stop) throw error;
          return false;
        },
      );
      if (ended) {
        expect(batches).toBeGreaterThan(Object.keys(whole).length);
        break;
      }
      await expect(openStore(address)).rejects.toMatchObject({ code: 'store_copy_unfinished' });
    }
    expect(await wholeStore(to)).toEqual(whole);
    await opened(address);
  });

  it('copies anew what changed in the source between two runs, and what refers to it', async () => {
    const [from, to] = [await filled(), await opened(await toAddress())];
    const stopAt = (table: string) => (progress: { table: string }) => {
      if (progress.table === table) throw new Error('stopped');
    };
    await expect(migrateStore({ from, to, onProgress: stopAt('validators') })).rejects.toThrow('stopped');
    await from.session
      .updateTable('deliveries')
      .set({ lastOutcome: 'changed' })
      .where('deliveryId', '=', 'd3')
      .execute();
    await from.session.deleteFrom('checks').where('durationMs', '=', 5).execute();
    await from.session.deleteFrom('changes').where('changeId', '=', 'change-2').execute();
    await from.session
      .insertInto('deliveries')
      .values({ ...aDelivery('a-new-first', '2026-01-01T00:00:00.000Z'), claimedUntil: null })
      .execute();
    expect((await migrateStore({ from, to })).resumed).toBe(true);
    expect(await wholeStore(to)).toEqual(await wholeStore(from));
  });

  it('mends a copy in which a row of an earlier run stands in the way of a new one', async () => {
    const [from, to] = [await filled(), await opened(await toAddress())];
    const stop = (progress: { table: string }) => {
      if (progress.table === 'event_log') throw new Error('stopped');
    };
    await expect(migrateStore({ from, to, onProgress: stop })).rejects.toThrow('stopped');
    const row = await from.session
      .selectFrom('eventLog')
      .selectAll()
      .where('eventId', '=', 'e3')
      .executeTakeFirstOrThrow();
    await from.session.deleteFrom('eventLog').where('eventId', '=', 'e3').execute();
    const { position: _, ...anew } = row;
    await from.session.insertInto('eventLog').values(anew).execute();
    await migrateStore({ from, to });
    expect(await wholeStore(to)).toEqual(await wholeStore(from));
  });

  it('notices what is written to the source during the move, and a repeat mends the copy', async () => {
    const address = await fromAddress();
    const from = await opened(address);
    await fillStore(from);
    const writer = await opened(address);
    const to = await opened(await toAddress());
    const onProgress = async () => {
      await writer.session.deleteFrom('apiKeys').execute();
    };
    await expect(migrateStore({ from, to, onProgress })).rejects.toMatchObject({
      code: 'store_transfer_mismatch',
      details: { tables: ['api_keys'] },
    });
    await migrateStore({ from, to });
    expect(await wholeStore(to)).toEqual(await wholeStore(from));
  });

  it('refuses a target that holds anything, and leaves it as it was', async () => {
    const [from, to] = [await filled(), await opened(await toAddress())];
    await to.session.insertInto('consumerPositions').values({ consumerGroup: 'g', position: 1 }).execute();
    const before = await wholeStore(to);
    await expect(migrateStore({ from, to })).rejects.toMatchObject({
      code: 'store_transfer_refused',
      details: { tables: ['consumer_positions'] },
    });
    expect(await wholeStore(to)).toEqual(before);
  });

  it('refuses the unfinished copy of another store, and a copy that has ended', async () => {
    const [from, other, to] = [await filled(), await filled(), await opened(await toAddress())];
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(migrateStore({ from: other, to, onProgress: stop })).rejects.toThrow('stopped');
    await expect(migrateStore({ from, to })).rejects.toMatchObject({ code: 'store_transfer_refused' });
    await migrateStore({ from: other, to });
    await expect(migrateStore({ from: other, to })).rejects.toMatchObject({ code: 'store_transfer_refused' });
  });
}
