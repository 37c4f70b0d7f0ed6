import { type RawBuilder, sql } from 'kysely';
import type { GramIndex, SearchField } from './gram-index.ts';
import { GRAM, gramsOf, gramsToFind } from './grams.ts';

const TEXT: Readonly<Record<SearchField, RawBuilder<string>>> = {
  heading: sql`search_entries.heading`,
  whole: sql`(search_entries.heading || search_entries.body)`,
};

/**
 * Grams as lexemes of a `tsvector` under a GIN index: built in, no extension. `pg_trgm` is not everywhere to be had, and
 * leaves out Japanese letters where the database's locale does not know them.
 */
export const postgresGramIndex: GramIndex = {
  candidates: (needles, field) => ({
    from: sql`search_grams join search_entries on search_entries.place = search_grams.place`,
    where: sql<boolean>`search_grams.${sql.ref(field)} @@ ${needles.map(lexemes).join(' & ')}::tsquery`,
    place: sql<number>`search_entries.place`,
  }),
  holds: (field, needle) => sql`strpos(${TEXT[field]}, ${needle}) > 0`,
  add: async (tx, entries) => {
    if (entries.length === 0) return;
    const rows = entries.map(
      ({ place, heading, body }) =>
        sql`(${place}::bigint, array_to_tsvector(${[...gramsOf(heading)]}::text[]), array_to_tsvector(${[...gramsOf(heading + body)]}::text[]))`,
    );
    await sql`insert into search_grams (place, heading, whole) values ${sql.join(rows)}`.execute(tx);
  },
};

/** One or two characters begin some grams of every text they stand in: texts are padded at the end. */
function lexemes(needle: string): string {
  const grams = gramsToFind(needle);
  if (grams.length === 0) return `${quoted(needle)}:*`;
  return grams.map(quoted).join(' & ');
}

function quoted(lexeme: string): string {
  return `'${lexeme.slice(0, GRAM * 2).replace(/['\\]/g, '$&$&')}'`;
}
