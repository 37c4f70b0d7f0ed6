import type { ReadOutcome } from '#domain';
import { parseEnglishDate } from '#time';
import { type DelimitedRecord, readDelimited } from '../delimited/read-delimited.ts';
import { recordsOfSheet } from '../delimited/workbook-records.ts';
import { countSections } from '../list-sections/count-sections.ts';
import { looksBlocked } from '../markup/index.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { readWorkbook } from '../spreadsheet/index.ts';
import { debarredEntries } from './debarred-entries.ts';
import { type DebarredList, debarredListOf } from './debarred-list.ts';
import { type DebarredRow, listOfHeading, rowsOf } from './debarred-row.ts';
import { textOfList } from './list-text.ts';

/** Share of rows that must hold what their column says; fewer means that the columns moved. */
const SOUND_SHARE = 0.9;

const changed = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });
const implausible = (because: string): ReadOutcome => ({ kind: 'implausible', because });

/**
 * Reads the list of debarred parties that the source names, by its headings of any year. The other list, a page or an
 * article in its place is `structure_changed`; a file cut short is `implausible`. Never throws.
 */
export function readDebarredParties(source: Source, capture: CapturedBytes): ReadOutcome {
  const text = textOfList(capture.bytes);
  const start = text.slice(0, 200).trimStart();
  if (start === '') return implausible('the file is empty');
  if (start.startsWith('<')) return changed(looksBlocked(text) ?? 'a page stands in for the list');
  if (start.startsWith('{')) return changed('the article names no CSV of this list');
  const read = readDelimited(text);
  return read.ok ? recordsOutcome(source, read.records) : implausible(read.because);
}

/** Reads the same list from the workbook that the Directorate attaches beside or instead of the CSV. Never rejects. */
export async function readDebarredWorkbook(source: Source, capture: CapturedBytes): Promise<ReadOutcome> {
  const workbook = await readWorkbook(capture.bytes);
  if (!workbook.ok) return implausible(workbook.because);
  const [sheet] = workbook.sheets;
  return sheet === undefined ? implausible('the workbook is empty') : recordsOutcome(source, recordsOfSheet(sheet));
}

function recordsOutcome(source: Source, all: readonly DelimitedRecord[]): ReadOutcome {
  const [header, ...records] = all;
  const wanted = debarredListOf(source);
  const found = header && listOfHeading(header.fields);
  if (!header || found === undefined) return changed('the columns are of neither list of debarred parties');
  if (found !== wanted) return changed(`the ${found} list stands in for the ${wanted} one`);
  const ragged = records.find(({ fields }) => fields.length !== header.fields.length);
  if (ragged) {
    const because = `line ${ragged.line} has ${ragged.fields.length} fields, not ${header.fields.length}`;
    return ragged === records.at(-1) ? implausible(because) : changed(because);
  }
  return outcomeOf(rowsOf(found, header.fields, records), found);
}

function outcomeOf(rows: readonly DebarredRow[], list: DebarredList): ReadOutcome {
  if (rows.length === 0) return implausible('the list holds no party');
  const nameless = rows.find(({ party }) => party === '');
  if (nameless) return changed(`${nameless.locator} names no party`);
  const sound = rows.filter(
    ({ notice, noticeDate }) => /\bFR\b|F\.R\./i.test(notice) && parseEnglishDate(noticeDate) !== undefined,
  ).length;
  if (sound < SOUND_SHARE * rows.length) return changed(`${rows.length - sound} rows cite no dated notice`);
  const entries = debarredEntries(rows, list);
  return { kind: 'read', reading: { kind: 'list', entries, sections: countSections(entries.map((e) => e.list)) } };
}
