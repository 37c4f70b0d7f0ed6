import { foldName, type ListEntry } from '#domain';
import { findEnglishDates } from '#time';
import { type ApprovalTerm, termOf, termsOf } from './approval-term.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { nameOfRow } from './row-name.ts';

/** Names of the page's lists: a table's own heading may be reworded without any row changing. */
export const COVERED_LIST = 'Covered List';
export const CONDITIONAL_APPROVALS = 'Conditional Approvals';

const EMPTY = { aliases: [], addresses: [], footnotes: [], citations: [] } as const;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const quoteOf = (cells: readonly PageCell[]): string => cells.map(({ raw }) => raw).join('\n');

/**
 * Rows of the covered equipment (47 U.S.C. 1601): what the row says is its wording, the company in bold its identity. Only
 * the first date is the date of inclusion; `Updated:` dates below it come and go.
 */
export function coveredEntries(table: PageTable): readonly ListEntry[] {
  return table.rows.flatMap((cells, index) => {
    const [what, when] = cells;
    if (!what || what.text === '') return [];
    const includedOn = findEnglishDates(when?.text ?? '')[0]?.on;
    const bold = what.bold.map(foldName).join(' ').trim();
    const isPart = bold !== '' && foldName(bold) !== foldName(what.text);
    return {
      ...EMPTY,
      kind: 'entity' as const,
      list: COVERED_LIST,
      name: nameOfRow(what.text),
      ...(isPart ? { identity: bold } : {}),
      wording: oneLine(what.text),
      details: includedOn === undefined ? {} : { 'date of inclusion': includedOn },
      locator: `${table.heads[0] ?? COVERED_LIST}, row ${index + 1}`,
      quote: quoteOf(cells),
    };
  });
}

function approval(table: PageTable, index: number, product: string, term: ApprovalTerm, quote: string): ListEntry {
  return {
    ...EMPTY,
    kind: 'authorisation',
    list: CONDITIONAL_APPROVALS,
    name: nameOfRow(product),
    wording: oneLine(product),
    ...term,
    details: {},
    locator: `${table.heads[0] ?? CONDITIONAL_APPROVALS}, row ${index + 1}`,
    quote,
  };
}

/** Conditional Approvals, one for each product of a row: a row may hold two products with a term each, line by line. */
export function approvalEntries(table: PageTable): readonly ListEntry[] {
  return table.rows.flatMap((cells, index) => {
    const [what, when] = cells;
    if (!what || what.text === '') return [];
    const products = what.text.split('\n');
    const terms = termsOf(when?.text ?? '', products.length);
    const quote = quoteOf(cells);
    if (!terms) return approval(table, index, what.text, termOf(when?.text ?? ''), quote);
    return products.map((product, at) => approval(table, index, product, terms[at] ?? {}, quote));
  });
}

/** Another section with a table of its own, e.g. Importation/Marketing Prohibitions: one entry for the whole table. */
export function sectionEntry(table: PageTable): ListEntry {
  const columns = table.heads.map((head, column) => [
    oneLine(head).toLowerCase() || `column ${column + 1}`,
    table.rows.map((cells) => oneLine(cells[column]?.text ?? '')).join('\n'),
  ]);
  return {
    ...EMPTY,
    kind: 'rule',
    list: table.section,
    name: table.section,
    ...(table.heading === undefined ? {} : { identity: foldName(table.heading) }),
    wording: table.rows.map((cells) => cells.map(({ text }) => oneLine(text)).join('\n')).join('\n'),
    details: { ...Object.fromEntries(columns), ...(table.heading === undefined ? {} : { heading: table.heading }) },
    locator: table.heading === undefined ? table.section : `${table.section}, ${table.heading}`,
    quote: table.raw,
  };
}
