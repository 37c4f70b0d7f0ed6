import { backup, migrateStore, openStore, restore } from '#store';

type Print = (line: string) => void;

/** Carries a whole store into an empty one, in either direction between SQLite and PostgreSQL. May be killed and repeated. */
export async function moveStore(
  addresses: { readonly from: string; readonly to: string },
  print: Print,
): Promise<void> {
  const from = await openStore(addresses.from);
  try {
    const to = await openStore(addresses.to, { evenUnfinishedCopy: true });
    try {
      const moved = await migrateStore({ from, to });
      for (const { table, rows } of moved.tables) print(`${table.padEnd(24)} ${rows} rows, equal in both stores`);
      if (moved.alteredRows > 0) print(`${moved.alteredRows} rows held U+0000, which PostgreSQL cannot keep`);
      print(moved.resumed ? 'moved; an earlier move was taken up where it stood' : 'moved');
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Writes the store, as it is at one instant, to a file, while services go on. */
export async function backUp(databaseUrl: string, file: string, now: Date, print: Print): Promise<void> {
  const store = await openStore(databaseUrl);
  try {
    const content = await backup({ store, file, now });
    const rows = content.tables.reduce((sum, table) => sum + table.rows, 0);
    print(`${rows} rows of ${content.tables.length} tables written to ${file} and read back`);
    print('The key that opens sealed columns is not in it: keep REDLINE_SECRET_KEY_FILE apart from it, and safe.');
  } finally {
    await store.close();
  }
}

/** Fills an empty store from a backup, whichever dialect wrote it: all of it, or nothing. */
export async function restoreBackup(databaseUrl: string, file: string, print: Print): Promise<void> {
  const content = await restore({ file, to: databaseUrl });
  const rows = content.tables.reduce((sum, table) => sum + table.rows, 0);
  print(`${rows} rows restored from the backup of ${content.createdAt}`);
}
