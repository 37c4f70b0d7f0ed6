/** Rows in parts of at most so many, in their order: SQLite binds 32,766 values a statement, PostgreSQL 65,535. */
export function* partsOf<Row>(rows: readonly Row[], most: number): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += most) yield rows.slice(start, start + most);
}
