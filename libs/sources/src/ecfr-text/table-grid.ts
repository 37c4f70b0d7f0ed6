import type { CheerioAPI } from '../markup/index.ts';
import { inlineText, withoutItalics } from './inline-text.ts';

type Nodes = ReturnType<CheerioAPI>;

/** A table with its empty cells: a self-closing `<TD/>` keeps its place, or every mark after it slips a column. */
export interface Grid {
  readonly caption: string;
  /** The header row nearest to the body. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Marks of footnotes beside the first cell of each row: `['3', '4']`. */
  readonly footnotes: readonly (readonly string[])[];
}

const cellsOf = ($: CheerioAPI, row: Nodes): readonly string[] =>
  row
    .children('TD, td, TH, th')
    .toArray()
    .map((cell) => withoutItalics(inlineText($, cell)));

function marksBeside($: CheerioAPI, row: Nodes): readonly string[] {
  const first = row.children('TD, td').first();
  return first
    .find('sup, SU')
    .toArray()
    .flatMap((mark) =>
      $(mark)
        .text()
        .split(/[\s,]+/),
    )
    .filter((mark) => /^\d{1,3}$/.test(mark));
}

/** Reads a table in HTML (`TABLE`) form. Rows of one cell (footnotes, notes) are rows, too; the caller tells them apart. */
export function gridOf($: CheerioAPI, table: Nodes): Grid {
  const caption = withoutItalics(inlineText($, table.children('CAPTION, caption').first()));
  const rows = table.find('TR, tr').toArray();
  const isHead = (row: (typeof rows)[number]) =>
    $(row).children('TH, th').length > 0 && $(row).children('TD, td').length === 0;
  const heads = rows.filter(isHead).map((row) => cellsOf($, $(row)));
  const body = rows.filter((row) => !isHead(row)).filter((row) => $(row).children('TD, td').length > 0);
  return {
    caption,
    heads: heads.at(-1) ?? [],
    rows: body.map((row) => cellsOf($, $(row))),
    footnotes: body.map((row) => marksBeside($, $(row))),
  };
}
