import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { backup, checkBackup, openStore, restore, type Store } from '#store';
import { fillEmptyTables, fillStore } from './fill-store.ts';
import { describeWithPostgres, type FreshAddress, freshSqlite, scratchFolder } from './stores.ts';
import { nextPosition, wholeStore } from './whole-store.ts';

const NOW = new Date('2026-02-03T04:05:06.000Z');
const folder = scratchFolder();
const sqlite = freshSqlite(folder);
let files = 0;
const freshFile = () => {
  files += 1;
  return join(folder, `backup-${files}.zst`);
};

await describeWithPostgres('a backup', (postgres) => {
  describe('of SQLite, restored into PostgreSQL', () => suite(sqlite, postgres));
  describe('of PostgreSQL, restored into SQLite', () => suite(postgres, sqlite));
  describe('of SQLite, restored into SQLite', () => suite(sqlite, sqlite));
  describe('of PostgreSQL, restored into PostgreSQL', () => suite(postgres, postgres));
});

function suite(fromAddress: FreshAddress, toAddress: FreshAddress): void {
  const open: Store[] = [];
  const opened = async (address: string, options = {}) => {
    const store = await openStore(address, options);
    open.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });

  it('gives every row of every table back, and goes on numbering where the store stood', async () => {
    const store = await opened(await fromAddress());
    await fillStore(store);
    await store.session.deleteFrom('eventLog').where('position', '>', 30).execute();
    const file = freshFile();
    const written = await backup({ store, file, now: NOW });
    const address = await toAddress();
    expect(await restore({ file, to: address })).toEqual(written);
    const restored = await opened(address);
    expect(await wholeStore(restored)).toEqual(await wholeStore(store));
    expect(await nextPosition(restored)).toBe(41);
  });

  it('shows one instant although others write meanwhile', async () => {
    const address = await fromAddress();
    const store = await opened(address);
    await fillStore(store);
    const before = await wholeStore(store);
    const writer = await opened(address);
    const file = freshFile();
    const onProgress = async ({ table }: { table: string }) => {
      if (table !== 'alerts') return;
      await writer.session.deleteFrom('changes').execute();
      await writer.session.updateTable('subscriptions').set({ status: 'disabled' }).execute();
    };
    await backup({ store, file, now: NOW, onProgress });
    expect(await wholeStore(store)).not.toEqual(before);
    const to = await toAddress();
    await restore({ file, to });
    expect(await wholeStore(await opened(to))).toEqual(before);
  });

  it('is refused by a store that holds anything, which stays as it was', async () => {
    const store = await opened(await fromAddress());
    await fillStore(store);
    const file = freshFile();
    await backup({ store, file, now: NOW });
    const address = await toAddress();
    const other = await opened(address);
    await fillStore(other, 2);
    const before = await wholeStore(other);
    await expect(restore({ file, to: address })).rejects.toMatchObject({ code: 'store_transfer_refused' });
    expect(await wholeStore(other)).toEqual(before);
  });

  it('leaves nothing behind when a restore is stopped', async () => {
    const store = await opened(await fromAddress());
    await fillStore(store);
    const file = freshFile();
    await backup({ store, file, now: NOW });
    const address = await toAddress();
    const onProgress = ({ table }: { table: string }) => {
      if (table === 'inbox') throw new Error('stopped');
    };
    await expect(restore({ file, to: address, onProgress })).rejects.toThrow('stopped');
    await restore({ file, to: address });
    expect(await wholeStore(await opened(address))).toEqual(await wholeStore(store));
  });

  it('of an older schema is restored and brought up to date', async () => {
    const store = await opened(await fromAddress(), { upToMigration: '0001-spine' });
    await fillEmptyTables(store);
    const file = freshFile();
    expect((await backup({ store, file, now: NOW })).migrations).toEqual(['0001-spine']);
    const address = await toAddress();
    await restore({ file, to: address });
    const restored = await opened(address);
    expect(await restored.session.selectFrom('changes').select('changeId').execute()).toHaveLength(1);
    const newest = await opened(await toAddress());
    const tables = async (of: Store) => Object.keys(await wholeStore(of)).toSorted();
    expect(await tables(restored)).toEqual(await tables(newest));
    await expect(restore({ file, to: await migratedAddress(toAddress) })).rejects.toMatchObject({
      code: 'store_transfer_refused',
    });
  });
}

async function migratedAddress(fresh: FreshAddress): Promise<string> {
  const address = await fresh();
  await (await openStore(address)).close();
  return address;
}

describe('the file of a backup', () => {
  const made = async () => {
    const store = await openStore(await sqlite());
    await fillStore(store, 8);
    const file = freshFile();
    const content = await backup({ store, file, now: NOW });
    await store.close();
    return { file, content };
  };

  it('is readable by its owner only, says what is not in it and is plain JSON lines under zstd', async () => {
    const { file, content } = await made();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const lines = zstdDecompressSync(readFileSync(file)).toString('utf8').split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ createdAt: NOW.toISOString(), secretKey: 'not included' });
    expect(await checkBackup(file)).toEqual(content);
    expect(existsSync(`${file}.partial`)).toBe(false);
  });

  it('is never written over', async () => {
    const { file } = await made();
    const before = readFileSync(file);
    const store = await openStore('sqlite::memory:');
    await expect(backup({ store, file, now: NOW })).rejects.toMatchObject({ code: 'store_transfer_refused' });
    await store.close();
    expect(readFileSync(file)).toEqual(before);
  });

  it('does not exist when the backup was stopped', async () => {
    const store = await openStore(await sqlite());
    await fillStore(store, 8);
    const file = freshFile();
    const onProgress = () => {
      throw new Error('stopped');
    };
    await expect(backup({ store, file, now: NOW, onProgress })).rejects.toThrow('stopped');
    await store.close();
    expect([existsSync(file), existsSync(`${file}.partial`)]).toEqual([false, false]);
  });

  it('with any bit turned or any end cut off is refused, or still holds exactly what was backed up', async () => {
    const { file } = await made();
    const whole = await checkBackup(file);
    const bytes = readFileSync(file);
    const damaged = freshFile();
    const refused = async (altered: Uint8Array) => {
      writeFileSync(damaged, altered);
      // A few bits of a zstd frame carry nothing (its window size, its own checksum): content is held to our digests.
      const outcome = await checkBackup(damaged).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'backup_damaged' });
      else expect(outcome).toEqual(whole);
    };
    await refused(new Uint8Array());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const altered = Uint8Array.from(bytes);
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await refused(altered);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await refused(bytes.subarray(0, length));
      }),
      { numRuns: 30 },
    );
  });

  it('is refused when a line was altered, removed, doubled or added, though its zstd is sound', async () => {
    const { file } = await made();
    const lines = zstdDecompressSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
    const damaged = freshFile();
    const codeOf = async (altered: readonly string[]) => {
      writeFileSync(damaged, zstdCompressSync(Buffer.from(altered.map((line) => `${line}\n`).join(''))));
      return checkBackup(damaged).then(
        () => 'accepted',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
    };
    expect(await codeOf(lines)).toBe('accepted');
    for (const index of lines.keys()) {
      const changed = lines.with(
        index,
        (lines[index] ?? '').replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
      );
      if (changed[index] !== lines[index]) expect(await codeOf(changed), lines[index]).toBe('backup_damaged');
      expect(await codeOf(lines.toSpliced(index, 1)), lines[index]).toBe('backup_damaged');
      expect(await codeOf(lines.toSpliced(index, 0, lines[index] ?? '')), lines[index]).toBe('backup_damaged');
    }
    expect(await codeOf([...lines, '[]'])).toBe('backup_damaged');
    expect(await codeOf(['{"format":"redline-backup","version":1}'])).toBe('backup_damaged');
  });

  it('is refused when another file, and when a newer Redline made it', async () => {
    const other = freshFile();
    writeFileSync(other, 'SQLite format 3\u0000');
    await expect(checkBackup(other)).rejects.toMatchObject({ code: 'backup_damaged' });
    const { file } = await made();
    const renamed = zstdDecompressSync(readFileSync(file))
      .toString('utf8')
      .replace('"0001-spine"', '"0001-spine","9999-new"');
    writeFileSync(other, zstdCompressSync(Buffer.from(renamed)));
    await expect(checkBackup(other)).rejects.toMatchObject({ code: 'backup_damaged' });
    const content = renamed.slice(0, renamed.lastIndexOf('{"end"'));
    const sha256 = createHash('sha256').update(content).digest('hex');
    writeFileSync(other, zstdCompressSync(Buffer.from(`${content}${JSON.stringify({ end: true, sha256 })}\n`)));
    await expect(checkBackup(other)).rejects.toMatchObject({ code: 'backup_too_new' });
    await expect(checkBackup(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('that is damaged leaves the store untouched', async () => {
    const { file } = await made();
    const damaged = freshFile();
    writeFileSync(damaged, readFileSync(file).subarray(0, -20));
    const address = await sqlite();
    await expect(restore({ file: damaged, to: address })).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(existsSync(address.slice('sqlite:'.length))).toBe(false);
  });
});
