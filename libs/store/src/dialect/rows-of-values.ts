import { CompiledQuery, type Kysely, PostgresAdapter, type QueryResult } from 'kysely';

/** What a column takes. */
export type StoredValue = string | number | null;

/**
 * Statements over many rows come in these sizes, so that few are prepared: a statement of each length would fill the memory
 * of those that are kept. 128 rows are one statement, 45 are four, no number below 128 is more than seven.
 */
const SIZES = [128, 64, 32, 16, 8, 4, 2, 1] as const;

/**
 * Runs one statement over many rows, whose values are bound one by one: for what is written often, where building a query
 * or reading rows out of JSON costs more than writing them.
 * @param statement the SQL around a list `(?, ?), (?, ?), …` that follows `values`. In a `with` PostgreSQL takes each value for text.
 * @param rows all of the same length
 * @returns what the statement returned, for all rows together
 */
export async function overRows<Returned, Schema>(
  session: Kysely<Schema>,
  statement: (list: string) => string,
  rows: readonly (readonly StoredValue[])[],
): Promise<readonly Returned[]> {
  const returned: Returned[] = [];
  for (let from = 0; from < rows.length; ) {
    const size = SIZES.find((one) => one <= rows.length - from) ?? 1;
    const part = rows.slice(from, from + size);
    const list = placeholders(size, part[0]?.length ?? 0, session.getExecutor().adapter instanceof PostgresAdapter);
    const result: QueryResult<Returned> = await session.executeQuery(CompiledQuery.raw(statement(list), part.flat()));
    returned.push(...result.rows);
    from += size;
  }
  return returned;
}

/** By what they were made from: as many as there are sizes, for each statement that is run over rows. */
const known = new Map<string, string>();

function placeholders(rows: number, columns: number, areNumbered: boolean): string {
  const key = `${rows} ${columns} ${areNumbered}`;
  const list = known.get(key) ?? madePlaceholders(rows, columns, areNumbered);
  known.set(key, list);
  return list;
}

function madePlaceholders(rows: number, columns: number, areNumbered: boolean): string {
  const row = (at: number): string =>
    `(${Array.from({ length: columns }, (_, column) => (areNumbered ? `$${at * columns + column + 1}` : '?')).join()})`;
  return Array.from({ length: rows }, (_, at) => row(at)).join();
}
