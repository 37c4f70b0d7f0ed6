import type { ReadOutcome } from '#domain';
import { parseEnglishDate } from '#time';
import { type DelimitedRecord, readDelimited } from '../delimited/read-delimited.ts';
import { recordsOfSheet } from '../delimited/workbook-records.ts';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { readWorkbook } from '../spreadsheet/index.ts';
import { deniedEntries } from './denied-entries.ts';
import { type DeniedRow, missingColumns, rowsOf } from './denied-row.ts';

/** Share of rows that must hold what their column says; fewer means that the columns moved. */
const SOUND_SHARE = 0.9;

const changed = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });
const implausible = (because: string): ReadOutcome => ({ kind: 'implausible', because });

/**
 * Reads the Denied Persons List in its tab-separated layout (until 2025) or its CSV layout; both give the same entries, one
 * for each party name. Another shape is `structure_changed`, a file cut short is `implausible`. Never throws.
 */
export function readDeniedPersons(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return changed(decoded.because);
  const text = decoded.text;
  if (text.trim() === '') return implausible('the file is empty');
  if (text.trimStart().startsWith('<')) {
    return changed(looksBlocked(text) ?? 'a page stands in for the list, and links to no file of it');
  }
  const isTabbed = (text.split(/[\r\n]/, 1)[0] ?? '').includes('\t');
  const read = readDelimited(text, isTabbed ? '\t' : ',');
  return read.ok ? recordsOutcome(read.records) : implausible(read.because);
}

/** Reads the list from a workbook, in which form it has been served between its two text layouts. Never rejects. */
export async function readDeniedWorkbook(capture: CapturedBytes): Promise<ReadOutcome> {
  const workbook = await readWorkbook(capture.bytes);
  if (!workbook.ok) return implausible(workbook.because);
  const [sheet] = workbook.sheets;
  return sheet === undefined ? implausible('the workbook is empty') : recordsOutcome(recordsOfSheet(sheet));
}

function recordsOutcome(all: readonly DelimitedRecord[]): ReadOutcome {
  const [header, ...records] = all;
  const missing = missingColumns(header?.fields ?? []);
  if (!header || missing.length > 0) return changed(`no column ${missing.join(', ')}`);
  const ragged = records.find(({ fields }) => fields.length !== header.fields.length);
  if (ragged) return raggedOutcome(ragged, header, records);
  return outcomeOf(rowsOf(header.fields, records));
}

function raggedOutcome(
  ragged: DelimitedRecord,
  header: DelimitedRecord,
  records: readonly DelimitedRecord[],
): ReadOutcome {
  const because = `line ${ragged.line} has ${ragged.fields.length} fields, not ${header.fields.length}`;
  return ragged === records.at(-1) ? implausible(because) : changed(because);
}

function outcomeOf(rows: readonly DeniedRow[]): ReadOutcome {
  if (rows.length === 0) return implausible('the list holds no party');
  const nameless = rows.find(({ name }) => name === '');
  if (nameless) return changed(`${nameless.locator} names no party`);
  const dated = rows.filter(({ effectiveDate }) => parseEnglishDate(effectiveDate) !== undefined).length;
  if (dated < SOUND_SHARE * rows.length) return changed(`${rows.length - dated} rows have no effective date`);
  const placed = rows.filter(({ address }) => address !== '').length;
  if (placed < SOUND_SHARE * rows.length) return changed(`${rows.length - placed} rows have no address`);
  const entries = deniedEntries(rows);
  return { kind: 'read', reading: { kind: 'list', entries, sections: countSections(entries.map(({ list }) => list)) } };
}
