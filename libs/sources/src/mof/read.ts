import type { ListEntry, ReadOutcome, SectionCount } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { looksLikeWorkbook } from '../spreadsheet/index.ts';
import { rowsOfCsv } from './csv-rows.ts';
import { frozenPartyOf, kindOfRow, type PartyRow } from './frozen-party.ts';
import type { PartyRows } from './party-rows.ts';
import { rowsOfSheets } from './sheet-rows.ts';

/** So many numbered rows may have neither a name nor the word 削除 before the columns are in doubt. */
const MAX_STRANGE_SHARE = 0.01;

async function rowsOf(capture: CapturedBytes): Promise<PartyRows> {
  if (looksLikeWorkbook(capture.bytes)) return rowsOfSheets(capture.bytes);
  const start = decodeText(capture.bytes.subarray(0, 200), 'text/plain; charset=windows-1252');
  if (!start.ok || !start.text.trimStart().startsWith('<')) return rowsOfCsv(capture.bytes, capture.mediaType);
  const page = decodeText(capture.bytes, capture.mediaType);
  const blocked = page.ok ? looksBlocked(page.text) : undefined;
  return { kind: 'structure_changed', because: blocked ?? 'a page stands where the list was' };
}

/** More words about the party above, in a row of their own. */
function continued(party: PartyRow, row: PartyRow): PartyRow {
  const cells = party.cells.map((cell, index) => [cell, row.cells[index] ?? ''].filter(Boolean).join('\n'));
  return { ...party, cells };
}

function partiesOf(rows: readonly PartyRow[]): readonly PartyRow[] {
  const parties: PartyRow[] = [];
  for (const row of rows) {
    const kind = kindOfRow(row);
    const last = parties.at(-1);
    if (kind === 'party') parties.push(row);
    else if (kind === 'continuation' && last?.sheet === row.sheet) {
      parties.pop();
      parties.push(continued(last, row));
    }
  }
  return parties;
}

function sectionsOf(entries: readonly ListEntry[], empty: readonly SectionCount[]): readonly SectionCount[] {
  const lifted = new Set(empty.filter((part) => part.lifted).map(({ section }) => section));
  return countSections(
    entries.map(({ section, list }) => section ?? list),
    empty.map(({ section }) => section),
  ).map((part) => (part.entries === 0 && lifted.has(part.section) ? { ...part, lifted: true } : part));
}

/**
 * Reads the list of persons and groups under asset-freeze measures (資産凍結等の措置の対象者) of the Ministry of Finance,
 * as a workbook of many sheets or as one CSV table. Rows marked 削除 without a name are no longer listed. Never rejects.
 */
export async function readAssetFreeze(capture: CapturedBytes): Promise<ReadOutcome> {
  const found = await rowsOf(capture);
  if (found.kind !== 'rows') return found;
  const parties = partiesOf(found.rows);
  const strange = found.rows.filter((row) => kindOfRow(row) === 'strange');
  if (strange.length > MAX_STRANGE_SHARE * found.rows.length) {
    const because = `${strange.length} of ${found.rows.length} rows have a number and no name`;
    return { kind: 'structure_changed', because, locator: strange[0]?.locator ?? '' };
  }
  if (parties.length === 0) return { kind: 'implausible', because: 'the list names nobody' };
  const entries = parties.map(frozenPartyOf);
  const columns = new Set(found.rows.flatMap((row) => row.columns.map(({ title }) => title)));
  return {
    kind: 'read',
    reading: {
      kind: 'list',
      form: found.form,
      detailsOfForm: true,
      columns: [...columns].filter((title) => title !== ''),
      entries,
      sections: sectionsOf(entries, found.empty),
    },
  };
}
