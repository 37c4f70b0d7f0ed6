import type { ReadOutcome } from '#domain';
import { textOfList } from '../ddtc/list-text.ts';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { listCodeOf } from './list-code.ts';
import { mergeRows } from './merge-rows.ts';
import { readCsvRows } from './read-csv.ts';
import { type CslRows, readJsonRows } from './read-json.ts';
import { hasNamedColumns, readNamedColumns } from './read-named-columns.ts';

/** That layout parts aliases and addresses in its own way, and prints no details that the others print. */
const NAMED_FORM = { form: 'named columns', detailsOfForm: true } as const;

const GATHERED = { sectionsAreLists: true } as const;

/**
 * Reads the Consolidated Screening List in its JSON, CSV or TSV form, or a list of the Bureau in the layout of 31 named columns
 * from which it was made; all give the same entries. A list that the file says it was made of and that has no row is counted as 0. Never throws.
 */
export function readConsolidatedList(capture: CapturedBytes): ReadOutcome {
  // The Bureau's own files have been in ISO-8859-1 without a word about it.
  const isNamed = hasNamedColumns(new TextDecoder().decode(capture.bytes.subarray(0, 2_000)));
  const read = isNamed ? readNamedColumns(textOfList(capture.bytes)) : rowsOf(capture);
  if (read.kind !== 'rows') return read;
  if (read.rows.length === 0) return { kind: 'implausible', because: 'the list holds no party' };
  const entries = mergeRows(read.rows);
  const sections = countSections(
    entries.map(({ list }) => list),
    read.sources.map(listCodeOf),
  );
  return { kind: 'read', reading: { kind: 'list', entries, sections, ...(isNamed ? NAMED_FORM : GATHERED) } };
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const startsMarked = (bytes: Uint8Array): boolean => BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte);

/** JSON is UTF-8 whatever the label says (RFC 8259, 8.1), and so large that it is read from its bytes. */
function rowsOf({ bytes, mediaType }: CapturedBytes): CslRows {
  const unmarked = startsMarked(bytes) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
  const opening = new TextDecoder('latin1').decode(unmarked.subarray(0, 200)).trimStart();
  if (opening === '') return { kind: 'implausible', because: 'the file is empty' };
  if (opening.startsWith('{')) return readJsonRows(unmarked);
  const decoded = decodeText(bytes, mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  if (opening.startsWith('<')) {
    return { kind: 'structure_changed', because: looksBlocked(decoded.text) ?? 'a page stands in for the list' };
  }
  return readCsvRows(decoded.text);
}
