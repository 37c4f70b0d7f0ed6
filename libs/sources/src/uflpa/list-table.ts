import { type CheerioAPI, textWithBreaks } from '../markup/index.ts';

export interface ListRow {
  readonly entity: string;
  readonly date: string;
  /** Words of all cells, one a line. */
  readonly text: string;
}

/** One table of the list. */
export interface ListTable {
  /** The list it is, as the law numbers it: `Section 2(d)(2)(B)(ii)`. Absent where the page does not say so beyond doubt. */
  readonly section?: string;
  readonly rows: readonly ListRow[];
}

export type ListTables =
  | { readonly ok: true; readonly tables: readonly ListTable[]; readonly missing: readonly string[] }
  | { readonly ok: false; readonly because: string };

const SECTION = /section\s*2\s*\(d\)\s*\(2\)\s*\(B\)\s*\((i{1,3}|iv|v)\)/gi;
const ORDER = ['i', 'ii', 'iii', 'iv', 'v'];
/** Lists that have named entities since the first publication, 87 FR 47777. */
const ALWAYS_FILLED = ['i', 'ii', 'v'];
/** Said in place of a table where the law has a list that names nobody. */
const NOBODY = /\b(?:no (?:additional )?(?:entit|facilit|exporter|name)|none\b|not (?:yet )?identified|at this time)/i;

interface Sighting {
  /** What was said before this table since the one before it. */
  readonly before: string;
  readonly table: ListTable;
}

function columnsOf(heads: readonly string[]): { readonly entity: number; readonly date: number } | undefined {
  const entity = heads.findIndex((head) => /\bentit(?:y|ies)\b|\bname\b/i.test(head));
  const date = heads.findIndex((head) => /\bdate\b/i.test(head));
  return entity < 0 || date < 0 || entity === date ? undefined : { entity, date };
}

function tableOf($: CheerioAPI, element: Parameters<CheerioAPI>[0]): ListTable | string | undefined {
  const records = $(element)
    .find('tr')
    .toArray()
    .map((row) =>
      $(row)
        .children('th, td')
        .toArray()
        .map((cell) => textWithBreaks($, cell)),
    )
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [heads = [], ...rest] = records;
  const columns = columnsOf(heads);
  if (!columns) return undefined;
  const ragged = rest.findIndex((cells) => cells.length !== heads.length);
  if (ragged >= 0) return `row ${ragged + 1} has ${rest[ragged]?.length} cells, not ${heads.length}`;
  return {
    rows: rest.map((cells) => ({
      entity: cells[columns.entity] ?? '',
      date: cells[columns.date] ?? '',
      text: cells.join('\n'),
    })),
  };
}

/** Words and list tables of the page in their order. Other tables are words. */
function sightings($: CheerioAPI): { readonly seen: readonly Sighting[]; readonly after: string } | string {
  const seen: Sighting[] = [];
  let words = '';
  let fault: string | undefined;
  const visit = (nodes: ReturnType<CheerioAPI>): void => {
    for (const node of nodes.contents().toArray()) {
      if (node.type === 'text') words += node.data;
      if (node.type !== 'tag' || fault !== undefined) continue;
      const table = node.name === 'table' ? tableOf($, node) : undefined;
      if (typeof table === 'string') fault = table;
      else if (table) {
        seen.push({ before: words, table });
        words = '';
      } else visit($(node));
    }
  };
  visit($('body'));
  return fault ?? { seen, after: words };
}

const sectionsIn = (words: string): readonly string[] =>
  [...words.matchAll(SECTION)].map(([, numeral = '']) => numeral.toLowerCase());

/** Sections named with neither a table nor a word that nobody is on them. `hasTable`: a table follows the last of them. */
function sectionsWithoutTable(words: string, hasTable: boolean): readonly string[] {
  const named = [...words.matchAll(SECTION)];
  return (hasTable ? named.slice(0, -1) : named).flatMap((match, index) => {
    const until = named[index + 1]?.index ?? words.length;
    const isEmpty = NOBODY.test(words.slice(match.index + match[0].length, until));
    return isEmpty ? [] : [(match[1] ?? '').toLowerCase()];
  });
}

/** Lists of the law that a page with sections cannot lack: a table or its heading is missing, not the entities. */
function missingOf(seen: readonly Sighting[], after: string, numerals: readonly string[]): readonly string[] {
  const bare = [
    ...seen.flatMap(({ before }) => sectionsWithoutTable(before, true)),
    ...sectionsWithoutTable(after, false),
  ].filter((numeral) => !numerals.includes(numeral));
  return [...new Set([...bare, ...ALWAYS_FILLED.filter((numeral) => !numerals.includes(numeral))])];
}

/**
 * Tables of the UFLPA Entity List in their order, known by their column heads: banners, countdowns and menus never matter. The
 * section above a table is believed only where all tables have one, each further on in the law than the one before.
 */
export function listTablesOf($: CheerioAPI): ListTables {
  const found = sightings($);
  if (typeof found === 'string') return { ok: false, because: found };
  const numerals = found.seen.map(({ before }) => sectionsIn(before).at(-1) ?? '');
  const ranks = numerals.map((numeral) => ORDER.indexOf(numeral));
  const areSure = ranks.every((rank, index) => rank >= 0 && rank > (ranks[index - 1] ?? -1));
  const tables = found.seen.map(({ table }, index) =>
    areSure ? { ...table, section: `Section 2(d)(2)(B)(${numerals[index]})` } : table,
  );
  return { ok: true, tables, missing: areSure ? missingOf(found.seen, found.after, numerals) : [] };
}
