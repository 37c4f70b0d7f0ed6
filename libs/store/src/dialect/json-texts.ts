import { type Kysely, PostgresAdapter, type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Texts as rows of one column, `value`. However many there are, one text is bound and one statement prepared: a list of a
 * thousand costs no more to compile than one of ten. None may hold U+0000, which PostgreSQL has no text for.
 */
export function jsonTexts<Schema>(session: Kysely<Schema>, texts: readonly string[]): RawBuilder<unknown> {
  const text = JSON.stringify(texts);
  return isPostgres(session)
    ? sql`json_array_elements_text(cast(${text} as json)) as given (value)`
    : sql`json_each(${text}) as given`;
}

/** The condition that a column is one of many texts: one statement however many there are. */
export function isAmong<Schema>(
  session: Kysely<Schema>,
  column: string,
  texts: readonly string[],
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (select value from ${jsonTexts(session, texts)})`;
}

/** A column of text that holds JSON, as something to read members from with `->>`. */
export function asJson<Schema>(session: Kysely<Schema>, column: string): RawBuilder<unknown> {
  return isPostgres(session) ? sql`cast(${sql.ref(column)} as json)` : sql.ref(column);
}

function isPostgres<Schema>(session: Kysely<Schema>): boolean {
  return session.getExecutor().adapter instanceof PostgresAdapter;
}
