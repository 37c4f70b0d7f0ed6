import type { ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { listCodeOf } from './list-code.ts';
import { mergeRows } from './merge-rows.ts';
import { readCsvRows } from './read-csv.ts';
import { readJsonRows } from './read-json.ts';

/**
 * Reads the Consolidated Screening List in its JSON or CSV form; both give the same entries. A list that the file says it
 * was made of and that has no row is counted as 0. Never throws.
 */
export function readConsolidatedList(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  const start = decoded.text.slice(0, 200).trimStart();
  if (start === '') return { kind: 'implausible', because: 'the file is empty' };
  if (start.startsWith('<')) {
    return { kind: 'structure_changed', because: looksBlocked(decoded.text) ?? 'a page stands in for the list' };
  }
  const read = start.startsWith('{') ? readJsonRows(decoded.text) : readCsvRows(decoded.text);
  if (read.kind !== 'rows') return read;
  if (read.rows.length === 0) return { kind: 'implausible', because: 'the list holds no party' };
  const entries = mergeRows(read.rows);
  const sections = countSections(
    entries.map(({ list }) => list),
    read.sources.map(listCodeOf),
  );
  return { kind: 'read', reading: { kind: 'list', entries, sections } };
}
