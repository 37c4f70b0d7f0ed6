import { type RawBuilder, sql } from 'kysely';
import type { GramIndex, SearchField } from './gram-index.ts';
import { gramsToFind } from './grams.ts';

const BEYOND = '\u{10FFFF}';

const TEXT: Readonly<Record<SearchField, RawBuilder<string>>> = {
  heading: sql`search_entries.heading`,
  whole: sql`(search_entries.heading || search_entries.body)`,
};

/** FTS5 with its trigram tokenizer, kept by triggers (migration 0010). */
export const sqliteGramIndex: GramIndex = {
  candidates: (needles, field) => {
    const grams = needles.flatMap(gramsToFind);
    return grams.length > 0 ? withGrams(grams, field) : withShort(needles);
  },
  holds: (field, needle) => sql`instr(${TEXT[field]}, ${needle}) > 0`,
  add: async () => undefined,
};

/** Grams are letters, digits, spaces and full stops: nothing that a quoted FTS5 string could end by. */
function withGrams(grams: readonly string[], field: SearchField) {
  const all = [...new Set(grams)].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND ');
  return {
    from: sql`search_grams cross join search_entries on search_entries.place = search_grams.rowid`,
    where: sql<boolean>`search_grams match ${field === 'heading' ? `{heading} : (${all})` : all}`,
    place: sql<number>`search_grams.rowid`,
  };
}

/** One or two characters begin some grams of every text they stand in: texts are padded at the end. */
function withShort(needles: readonly string[]) {
  const begun = needles.map(
    (needle) => sql`search_entries.place in
      (select doc from search_gram_places where term >= ${needle} and term < ${`${needle}${BEYOND}`})`,
  );
  return {
    from: sql`search_entries`,
    where: sql<boolean>`${sql.join(begun, sql` and `)}`,
    place: sql<number>`search_entries.place`,
  };
}
