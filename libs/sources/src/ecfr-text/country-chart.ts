import { countryOfEnglishName } from '#domain';
import type { Block } from './block.ts';
import { type MarkedCountry, openCountries } from './marked-country.ts';
import type { ProvisionList } from './provision-list.ts';
import type { Grid } from './table-grid.ts';

const INSTRUMENT = 'US-EAR-COUNTRY';
const CHART_LIST = 'Commerce Country Chart';
const COLUMN = /^(?:CB|NP|NS|MT|RS|FC|CC|AT)\s*\d$/;
const GROUP_COLUMN = /\[\s*([A-E]\s*:\s*\d)\s*\]/;
const GROUP_B = /^Country Group B\b/i;
const GROUPS_LIST = 'Country Groups';
const LONGEST_COUNTRY = 80;

/** Why a table of countries could not be read beyond doubt. */
export type CountryTableFault = string;

const spaced = (column: string): string =>
  column
    .replace(/\s+/g, ' ')
    .replace(/([A-Z])(\d)/, '$1 $2')
    .trim();

/** A row of one cell is a footnote of the table. */
function countryRows(
  grid: Grid,
): readonly { readonly cells: readonly string[]; readonly footnotes: readonly string[] }[] {
  return grid.rows
    .map((cells, at) => ({ cells, footnotes: grid.footnotes[at] ?? [] }))
    .filter(({ cells }) => cells.length > 1 && cells[0] !== '' && (cells[0]?.length ?? 0) <= LONGEST_COUNTRY)
    .filter(({ cells }) => !/^\[?reserved\]?$/i.test(cells[0] ?? ''));
}

function marksIn(cells: readonly string[], columns: readonly (string | undefined)[]): readonly string[] {
  return columns.flatMap((column, at) => (column !== undefined && /^X\b/i.test(cells[at + 1] ?? '') ? [column] : []));
}

/**
 * Reads the Commerce Country Chart (15 CFR 738 Supplement No. 1): each country with the columns marked X. A country under
 * embargo has one merged cell that points to another part; it stands as its only mark, because no X means no freedom there.
 * @returns what is wrong with the table; `undefined` when it was read
 */
export function readCountryChart(blocks: readonly Block[], list: ProvisionList): CountryTableFault | undefined {
  const grid = blocks
    .flatMap((block) => (block.kind === 'table' ? [block.grid] : []))
    .find(({ heads }) => heads.filter((head) => COLUMN.test(head)).length >= 8);
  if (!grid) return 'no table with the columns of the Commerce Country Chart';
  const columns = grid.heads.filter((head) => COLUMN.test(head)).map(spaced);
  const countries: MarkedCountry[] = [];
  for (const { cells, footnotes } of countryRows(grid)) {
    if (cells.length !== 2 && cells.length !== columns.length + 1) {
      return `${cells[0]} has ${cells.length} cells, not ${columns.length + 1}`;
    }
    const marks = cells.length === 2 ? [cells[1] ?? ''] : marksIn(cells, columns);
    countries.push({ name: cells[0] ?? '', marks: [...marks, ...footnotes.map((mark) => `footnote ${mark}`)] });
  }
  openCountries(countries, { list: CHART_LIST, instrumentId: INSTRUMENT, markEffect: 'tighten' }, list);
  return undefined;
}

function groupTables(blocks: readonly Block[]): readonly MarkedCountry[] {
  return blocks
    .flatMap((block) => (block.kind === 'table' ? [block.grid] : []))
    .flatMap((grid) => {
      const columns = grid.heads.slice(1).map((head) => GROUP_COLUMN.exec(head)?.[1]?.replace(/\s/g, ''));
      if (columns.every((column) => column === undefined)) return [];
      return countryRows(grid).map(({ cells }) => ({ name: cells[0] ?? '', marks: marksIn(cells, columns) }));
    });
}

function groupB(blocks: readonly Block[]): readonly MarkedCountry[] {
  const from = blocks.findIndex((block) => block.kind === 'heading' && GROUP_B.test(block.text));
  if (from === -1) return [];
  const rest = blocks.slice(from + 1);
  const until = rest.findIndex((block) => block.kind === 'heading');
  return (until === -1 ? rest : rest.slice(0, until)).flatMap((block) =>
    block.kind === 'paragraph' && countryOfEnglishName(block.text) !== undefined
      ? [{ name: block.text, marks: ['B'] }]
      : [],
  );
}

/**
 * Reads the Country Groups (15 CFR 740 Supplement No. 1): tables A, D and E by column, group B as a list. A country in no group
 * has no unit. @returns what is wrong; `undefined` when they were read
 */
export function readCountryGroups(blocks: readonly Block[], list: ProvisionList): CountryTableFault | undefined {
  const marked = [...groupTables(blocks), ...groupB(blocks)].filter(({ marks }) => marks.length > 0);
  const families = new Set(marked.flatMap(({ marks }) => marks.map((mark) => mark.charAt(0))));
  const missing = ['A', 'D', 'E'].filter((family) => !families.has(family));
  if (missing.length > 0) return `no country in Country Group ${missing.join(', ')}`;
  openCountries(marked, { list: GROUPS_LIST, instrumentId: INSTRUMENT, markEffect: 'by_group' }, list);
  return undefined;
}
