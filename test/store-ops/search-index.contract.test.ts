import { afterEach, describe, expect, it } from 'vitest';
import { createDiffer, createSourceBook } from '#differ';
import { parseSearch } from '#domain';
import { createEmbeddedLog } from '#log';
import { createLogger } from '#process';
import { backup, isSearchComplete, migrateStore, openStore, restore, type Store, search } from '#store';
import { fillStore } from './fill-store.ts';
import { describeWithPostgres, type FreshAddress, freshSqlite, scratchFolder } from './stores.ts';

const folder = scratchFolder();
const sqlite = freshSqlite(folder);
const NOW = new Date('2026-11-24T00:00:00Z');

await describeWithPostgres('the search index of a store that came from elsewhere', (postgres) => {
  describe('from SQLite to PostgreSQL', () => suite(sqlite, postgres));
  describe('from PostgreSQL to SQLite', () => suite(postgres, sqlite));
});

function suite(fromAddress: FreshAddress, toAddress: FreshAddress): void {
  const open: Store[] = [];
  const opened = async (address: string) => {
    const store = await openStore(address);
    open.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });
  const differOver = (store: Store) =>
    createDiffer({
      store,
      log: createEmbeddedLog(store, { now: () => NOW }),
      logger: createLogger({ level: 'silent', service: 'test' }),
      now: () => NOW,
      book: createSourceBook([], new Map()),
      sourceIds: [],
      onApplied: () => undefined,
    });
  /** The rows that are made up for tables without a real one cannot be read as developments. */
  const filled = async (size?: number) => {
    const store = await opened(await fromAddress());
    await fillStore(store, size);
    await store.session.deleteFrom('developments').execute();
    return store;
  };
  const indexed = async (store: Store) => {
    await differOver(store).fillSearchIndex();
    return store;
  };
  const found = async (store: Store) =>
    (await search(store.session, parseSearch('"Entity change-7"'), {}, 10)).map(({ subjectId }) => subjectId);

  it('is built after a move, also where the target had been served while it was empty', async () => {
    const from = await indexed(await filled());
    expect(await found(from)).toEqual(['change-7']);
    const to = await indexed(await opened(await toAddress()));
    await migrateStore({ from, to });
    expect([await isSearchComplete(to.session), await found(to)]).toEqual([false, []]);
    await indexed(to);
    expect([await isSearchComplete(to.session), await found(to)]).toEqual([true, ['change-7']]);
  });

  it('is in no backup, and built after it was restored', async () => {
    const from = await indexed(await filled());
    const file = `${folder}/${crypto.randomUUID()}.backup`;
    const { tables } = await backup({ store: from, file, now: NOW });
    expect(tables.filter(({ table }) => table.startsWith('search_'))).toEqual([]);
    const address = await toAddress();
    await (await indexed(await openStore(address))).close();
    await restore({ file, to: address });
    const restored = await opened(address);
    expect([await isSearchComplete(restored.session), await found(restored)]).toEqual([false, []]);
    expect(await found(await indexed(restored))).toEqual(['change-7']);
  });

  it('is filled beside the differ, whose start does not wait for it', async () => {
    const store = await filled(120);
    const differ = differOver(store);
    await differ.start();
    expect(await isSearchComplete(store.session)).toBe(false);
    await differ.fillSearchIndex();
    expect([await isSearchComplete(store.session), await found(store)]).toEqual([true, ['change-7']]);
    await differ.stop();
  });
}
