import { type CheerioAPI, textWithBreaks } from '../markup/index.ts';

export interface PageCell {
  /** Words as printed, with line breaks. */
  readonly raw: string;
  /** Words without footnote marks. */
  readonly text: string;
  /** Parts set in bold: on this page, the companies. */
  readonly bold: readonly string[];
}

/** One table of the page with the headings it stands under. */
export interface PageTable {
  readonly section: string;
  /** A lower heading between the section's and the table. */
  readonly heading: string | undefined;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly PageCell[])[];
  readonly raw: string;
}

const FOOTNOTE_MARKS = /[*†‡±^#]+/g;

function cellOf($: CheerioAPI, element: Parameters<CheerioAPI>[0]): PageCell {
  const unmarked = $(element).clone();
  unmarked.find('sup').remove();
  return {
    raw: textWithBreaks($, element),
    text: textWithBreaks($, unmarked).replace(FOOTNOTE_MARKS, ''),
    bold: $(element)
      .find('strong, b')
      .toArray()
      .map((part) => $(part).text().replace(/\s+/g, ' ').trim())
      .filter((part) => part !== ''),
  };
}

function tableOf(
  $: CheerioAPI,
  element: Parameters<CheerioAPI>[0],
  section: string,
  heading: string | undefined,
): PageTable {
  const rows = $(element).find('tr').toArray();
  const [head] = rows;
  return {
    section,
    heading,
    heads:
      head === undefined
        ? []
        : $(head)
            .children('th, td')
            .toArray()
            .map((cell) => cellOf($, cell).text),
    rows: rows.slice(1).map((row) =>
      $(row)
        .children('td')
        .toArray()
        .map((cell) => cellOf($, cell)),
    ),
    raw: textWithBreaks($, element),
  };
}

/**
 * Tables of the page's body in order. Sidebars and menus are no part of the publication, and neither is what stands under
 * `Documents`: a list of notices that grows with every notice.
 */
export function tablesOf($: CheerioAPI): readonly PageTable[] {
  const tables: PageTable[] = [];
  let section = '';
  let heading: string | undefined;
  for (const element of $('h1, h2, h3, h4, h5, h6, table').toArray()) {
    const node = $(element);
    if (node.closest('aside, nav, header, footer, [role="complementary"]').length > 0) continue;
    if (element.name === 'table') {
      const isNested = node.parent().closest('table').length > 0;
      if (!isNested && !/^documents$/i.test(section)) tables.push(tableOf($, element, section, heading));
      continue;
    }
    const text = textWithBreaks($, element).replace(/\s+/g, ' ').replace(FOOTNOTE_MARKS, '').trim();
    if (text === '') continue;
    if (/^h[123]$/.test(element.name)) {
      section = text;
      heading = undefined;
    } else heading = text;
  }
  return tables;
}
