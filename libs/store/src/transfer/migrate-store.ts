import type { Session, Store } from '../open-store.ts';
import { forgetSearchIndex } from '../search/forget-search-index.ts';
import { copiedFrom, endProgress, hasUnfinishedCopy, startProgress } from './copy-progress.ts';
import { copyTable, type OnCopied } from './copy-table.ts';
import { contentOf, isEmptyTable } from './read-rows.ts';
import { type Row, withoutNul } from './row-text.ts';
import { appliedMigrations, identityOf } from './schema-version.ts';
import { inSnapshot } from './snapshot.ts';
import { type StoreTable, storeTables } from './store-tables.ts';
import { sameContent, type TableContent } from './table-digest.ts';
import { TransferMismatchError, TransferRefusedError } from './transfer-errors.ts';

export interface MovedTable extends TableContent {
  readonly table: string;
}

export interface Move {
  readonly tables: readonly MovedTable[];
  /** True when an earlier move of the same store had begun. */
  readonly resumed: boolean;
  /** Rows in which U+0000, which PostgreSQL cannot hold, became U+FFFD. */
  readonly alteredRows: number;
}

/**
 * Carries every table of one store into another, in either direction between the dialects, numbered positions included, and
 * compares what arrived with what lies in the source, row by row. It may be killed at any moment and repeated: it goes on
 * where it stood. What is derived (the search index) is not carried: the target builds it. Until it has ended {@link openStore} refuses the target, except with `evenUnfinishedCopy`.
 * @param to an empty store, or the unfinished copy of `from`
 * @throws TransferRefusedError when `to` is neither; nothing is written then.
 * @throws TransferMismatchError when services wrote to `from` meanwhile. The copy stays unfinished; repeating mends it.
 */
export async function migrateStore(move: {
  readonly from: Store;
  readonly to: Store;
  readonly onProgress?: OnCopied;
}): Promise<Move> {
  const { from, to, onProgress = () => undefined } = move;
  const tables = await storeTables((await appliedMigrations(from.session)).at(-1)?.name);
  const resumed = await takeTarget(from, to, tables);
  let alteredRows = 0;
  const heldByTarget = (row: Row): Row => {
    const held = to.dialect === 'postgres' ? withoutNul(row) : row;
    if (held !== row) alteredRows += 1;
    return held;
  };
  const moved = await inSnapshot(from, async (source) => {
    const contents: MovedTable[] = [];
    for (const table of tables) {
      const expected = await contentOf(source, table, heldByTarget);
      await copyTable({ source, from, to, table, tables, expected, onCopied: onProgress });
      contents.push({ table: table.name, ...expected });
    }
    return contents;
  });
  await requireUnwritten(from.session, tables, moved, to.dialect === 'postgres' ? withoutNul : undefined);
  await forgetSearchIndex(to.session);
  await endProgress(to.session);
  return { tables: moved, resumed, alteredRows };
}

/** @returns true when the target is an unfinished copy of the source. */
async function takeTarget(from: Store, to: Store, tables: readonly StoreTable[]): Promise<boolean> {
  const [ours, theirs] = [await appliedMigrations(from.session), await appliedMigrations(to.session)];
  if (ours.map((one) => one.name).join() !== theirs.map((one) => one.name).join())
    throw new TransferRefusedError('the two stores have different schemas');
  const identity = await identityOf(from.session);
  const resumed = await hasUnfinishedCopy(to.session);
  if (resumed) {
    if ((await copiedFrom(to.session)) !== identity)
      throw new TransferRefusedError('the target holds an unfinished copy of another store');
  } else await requireEmpty(to.session, tables);
  await to.session.transaction().execute((tx) => startProgress(tx, identity, tables));
  return resumed;
}

/** @throws TransferRefusedError naming the tables that hold something. */
export async function requireEmpty(session: Session, tables: readonly StoreTable[]): Promise<void> {
  const full: string[] = [];
  for (const table of tables) if (!(await isEmptyTable(session, table))) full.push(table.name);
  if (full.length > 0)
    throw new TransferRefusedError(`the target must be empty, but holds rows in ${full.join(', ')}`, {
      details: { tables: full },
    });
}

/** What was written after the picture was taken has not come along: say so, rather than lose it. */
async function requireUnwritten(
  source: Session,
  tables: readonly StoreTable[],
  moved: readonly MovedTable[],
  altered: ((row: Row) => Row) | undefined,
): Promise<void> {
  const written: string[] = [];
  for (const [index, table] of tables.entries()) {
    const expected = moved[index];
    if (!expected || !sameContent(expected, await contentOf(source, table, altered))) written.push(table.name);
  }
  if (written.length > 0)
    throw new TransferMismatchError(
      `the source was written to during the move (${written.join(', ')}): stop every service on it, then repeat`,
      { details: { tables: written } },
    );
}
