import type { JsonObject } from '#domain';
import type { CheerioAPI } from '../markup/index.ts';
import { lineOf } from './issue-text.ts';

const MAX_INSTRUCTIONS = 400;
const MAX_INSTRUCTION_CHARS = 2_000;
const MAX_TABLES = 60;
const MAX_ROWS = 1_000;
const MAX_CELL_CHARS = 2_000;

type Node = ReturnType<CheerioAPI>;

/** Amendatory instructions (`AMDPAR`) in their order, each with the CFR title and part it amends. */
export function instructionsOf($: CheerioAPI, document: Node): readonly JsonObject[] {
  return document
    .find('AMDPAR')
    .toArray()
    .slice(0, MAX_INSTRUCTIONS)
    .map((element) => {
      const regulation = $(element).closest('REGTEXT');
      return {
        title: regulation.attr('TITLE') ?? '',
        part: regulation.attr('PART') ?? '',
        text: lineOf($, element).slice(0, MAX_INSTRUCTION_CHARS),
      };
    });
}

function cellsOf($: CheerioAPI, row: Node, name: string): readonly string[] {
  return row
    .children(name)
    .toArray()
    .map((cell) => lineOf($, cell).slice(0, MAX_CELL_CHARS));
}

/**
 * Tables (`GPOTABLE`) in their order: title, column heads, rows as printed. `part`: the CFR part a table belongs to, when it
 * stands in regulatory text. A blank first cell means what the cell above it says; `* * *` rows leave out what did not change.
 */
export function tablesOf($: CheerioAPI, document: Node): readonly JsonObject[] {
  return document
    .find('GPOTABLE')
    .toArray()
    .slice(0, MAX_TABLES)
    .map((element) => {
      const table = $(element);
      const regulation = table.closest('REGTEXT');
      const part =
        regulation.length > 0 ? `${regulation.attr('TITLE') ?? ''} CFR ${regulation.attr('PART') ?? ''}` : '';
      return {
        title: lineOf($, table.children('TTITLE').first()),
        ...(part === '' ? {} : { part }),
        heads: cellsOf($, table.children('BOXHD').first(), 'CHED'),
        rows: table
          .children('ROW')
          .toArray()
          .slice(0, MAX_ROWS)
          .map((row) => cellsOf($, $(row), 'ENT')),
      };
    });
}
