import { compactText, type ReadOutcome, type RegulatoryDocument } from '#domain';
import { readEraDate } from '#time';
import { type CheerioAPI, decodeText, loadHtml, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { type AmendmentBlock, blockDetails, blocksById, isHeadedBy, readBlock } from './amendment-block.ts';

/** The log holds some tens of rows; older ones move to another page. */
const MAX_ROWS = 2_000;
const COLUMNS = ['日付', '件名', '概要'];

interface Row {
  readonly date: string;
  readonly title: string;
  readonly outline: string;
  readonly anchor: string;
  readonly locator: string;
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Rows of the first table whose head is 日付, 件名, 概要. */
function rowsOf($: CheerioAPI): readonly Row[] | undefined {
  const table = $('#__main_contents table')
    .toArray()
    .find((element) => {
      const head = $(element)
        .find('tr')
        .first()
        .find('td, th')
        .toArray()
        .map((cell) => compactText($(cell).text()));
      return COLUMNS.every((column, index) => head[index] === column);
    });
  if (table === undefined) return undefined;
  return $(table)
    .find('tr')
    .toArray()
    .slice(1, MAX_ROWS + 1)
    .map((tr, index) => {
      const cells = $(tr).find('td, th').toArray();
      const [date = '', title = '', outline = ''] = cells.map((cell) => words($(cell).text()));
      const anchor = $(tr).find('a[href]').first().attr('href')?.split('#')[1] ?? '';
      return { date, title, outline, anchor, locator: `改正情報 row ${index + 1}` };
    });
}

/** Several rows may point at one block: it belongs to the row that bears its heading, else to the newest. */
function blockOwners($: CheerioAPI, rows: readonly Row[], pageUrl: string): ReadonlyMap<Row, AmendmentBlock> {
  const owners = new Map<Row, AmendmentBlock>();
  const blocks = blocksById($);
  for (const anchor of new Set(rows.map((row) => row.anchor).filter((id) => id !== ''))) {
    const element = blocks.get(anchor);
    const block = element && readBlock($, element, pageUrl);
    const pointing = rows.filter((row) => row.anchor === anchor);
    const owner = block && (pointing.find((row) => isHeadedBy(block, row.title)) ?? pointing[0]);
    if (block && owner) owners.set(owner, block);
  }
  return owners;
}

function toDocument(row: Row, block: AmendmentBlock | undefined, pageUrl: string): RegulatoryDocument {
  const publishedOn = readEraDate(row.date);
  return {
    documentId: `${publishedOn ?? compactText(row.date)} ${compactText(row.title)}`,
    title: row.title,
    url: row.anchor === '' ? pageUrl : `${pageUrl}#${row.anchor}`,
    ...(publishedOn ? { publishedOn } : {}),
    documentType: '改正情報',
    ...(row.outline === '' ? {} : { summary: row.outline }),
    ...(block?.enforcedOn[0] ? { effectiveOn: block.enforcedOn[0] } : {}),
    agencies: ['経済産業省'],
    cfr: [],
    rins: [],
    dockets: [],
    details: { dateAsPrinted: row.date, ...(block ? { block: blockDetails(block) } : {}) },
    locator: row.locator,
    quote: row.title,
  };
}

/**
 * Reads the amendment log of METI's security trade control pages. All rows point into the same page, and two may share
 * an anchor, so a row is identified by its date and title. Only `#__main_contents` is read.
 */
export function readAmendments(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  const blocked = looksBlocked(decoded.text);
  if (blocked !== undefined) return { kind: 'structure_changed', because: blocked };
  const loaded = loadHtml(decoded.text);
  if (!loaded.ok) return { kind: 'structure_changed', because: loaded.because };
  loaded.$('script, style, nav').remove();
  const rows = rowsOf(loaded.$);
  if (rows === undefined)
    return { kind: 'structure_changed', because: 'no table of 日付, 件名, 概要 in the main contents' };
  if (!/<\/html>/i.test(decoded.text.slice(-2_000)))
    return { kind: 'implausible', because: 'the page ends before its last tag' };
  const strange = rows.find((row) => row.title === '' || row.date === '');
  if (strange) return { kind: 'structure_changed', because: 'a row without date or title', locator: strange.locator };
  if (rows.length === 0) return { kind: 'implausible', because: 'the amendment log has no rows' };
  const pageUrl = capture.url.split('#')[0] ?? capture.url;
  const owners = blockOwners(loaded.$, rows, pageUrl);
  const documents = new Map(
    rows.map((row) => toDocument(row, owners.get(row), pageUrl)).map((one) => [one.documentId, one]),
  );
  const newestOn = [...documents.values()]
    .flatMap(({ publishedOn }) => publishedOn ?? [])
    .sort()
    .at(-1);
  return {
    kind: 'read',
    reading: { kind: 'documents', documents: [...documents.values()], ...(newestOn ? { newestOn } : {}) },
  };
}
