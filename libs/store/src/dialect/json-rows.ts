import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/**
 * The members of a JSON array as rows of one column, `value`, whose own members are read with `value ->> 'name'`, as text.
 * However many there are, one text is bound and one statement prepared: a list of a thousand values costs no more to
 * compile than one of ten. The text must hold no `\u0000`, which PostgreSQL has no text for.
 */
export function jsonRows<Schema>(session: Kysely<Schema>, values: readonly unknown[]): RawBuilder<unknown> {
  const text = JSON.stringify(values);
  return isPostgres(session)
    ? sql`json_array_elements(cast(${text} as json)) as given (value)`
    : sql`json_each(${text}) as given`;
}

/** The same for texts: `value` is each of them. */
export function jsonTexts<Schema>(session: Kysely<Schema>, texts: readonly string[]): RawBuilder<unknown> {
  const text = JSON.stringify(texts);
  return isPostgres(session)
    ? sql`json_array_elements_text(cast(${text} as json)) as given (value)`
    : sql`json_each(${text}) as given`;
}

/** A column of text that holds JSON, as something to read members from with `->>`. */
export function asJson<Schema>(session: Kysely<Schema>, column: string): RawBuilder<unknown> {
  return isPostgres(session) ? sql`cast(${sql.ref(column)} as json)` : sql.ref(column);
}

function isPostgres<Schema>(session: Kysely<Schema>): boolean {
  return session.getExecutor().adapter instanceof PostgresAdapter;
}
