import type { Session, Store } from '../open-store.ts';
import { keepPlace, placeOf } from './copy-progress.ts';
import { contentOf, countRows, rowBatches } from './read-rows.ts';
import { withoutNul } from './row-text.ts';
import { type StoreTable, withDependents } from './store-tables.ts';
import { sameContent, type TableContent } from './table-digest.ts';
import { TransferMismatchError } from './transfer-errors.ts';
import { emptyTable, insertRows, isConstraintViolation, lastNumber, numberAfter } from './write-rows.ts';

/** Called and awaited after each batch: `rows` of the table's `of` rows lie in the target. */
export type OnCopied = (progress: {
  readonly table: string;
  readonly rows: number;
  readonly of: number;
}) => void | Promise<void>;

export interface TableCopy {
  /** The unchanging picture of `from` that is copied. */
  readonly source: Session;
  readonly from: Store;
  readonly to: Store;
  readonly table: StoreTable;
  readonly tables: readonly StoreTable[];
  readonly expected: TableContent;
  readonly onCopied: OnCopied;
}

/**
 * Copies what is missing of one table and compares the whole. A difference means that the source changed between two runs
 * of the move: then the table, and what refers to it, is copied anew.
 * @throws TransferMismatchError when even a copy from the start differs.
 */
export async function copyTable(copy: TableCopy): Promise<void> {
  const { to, table, expected } = copy;
  if (!(await copyRest(copy)) || !sameContent(expected, await contentOf(to.session, table))) {
    await startOver(copy);
    await copyAfterPlace(copy);
    const actual = await contentOf(to.session, table);
    if (!sameContent(expected, actual))
      throw new TransferMismatchError(`${table.name} arrived with ${actual.rows} rows that differ from the source's`, {
        details: { table: table.name, expected, actual },
      });
  }
  await numberAfter(to.session, to.dialect, table, await lastNumber(copy.source, copy.from.dialect, table));
}

/** @returns false when a row of an earlier run stands in the way of one that is new in the source. */
async function copyRest(copy: TableCopy): Promise<boolean> {
  try {
    await copyAfterPlace(copy);
    return true;
  } catch (error) {
    if (isConstraintViolation(error)) return false;
    throw error;
  }
}

async function copyAfterPlace({ source, to, table, expected, onCopied }: TableCopy): Promise<void> {
  const place = await placeOf(to.session, table);
  let rows = place === undefined ? 0 : await countRows(to.session, table);
  for await (const batch of rowBatches(source, table, place)) {
    const held = to.dialect === 'postgres' ? batch.rows.map(withoutNul) : batch.rows;
    await to.session.transaction().execute(async (tx) => {
      await insertRows(tx, table, held);
      await keepPlace(tx, table, batch.last);
    });
    rows += held.length;
    await onCopied({ table: table.name, rows, of: expected.rows });
  }
}

async function startOver({ to, table, tables }: TableCopy): Promise<void> {
  await to.session.transaction().execute(async (tx) => {
    for (const dependent of withDependents(tables, table.name).toReversed()) {
      await emptyTable(tx, dependent);
      await keepPlace(tx, dependent, undefined);
    }
  });
}
