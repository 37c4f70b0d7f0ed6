import { readDelimited } from '../delimited/read-delimited.ts';
import { decodeText } from '../markup/index.ts';
import { columnsOf } from './column-role.ts';
import type { PartyRows } from './party-rows.ts';

/** UTF-8 as served since 2026; a file saved by Excel in Japan is windows-31j. */
function textOf(bytes: Uint8Array, mediaType: string): string | undefined {
  const decoded = decodeText(bytes, mediaType);
  if (decoded.ok) return decoded.text;
  const japanese = decodeText(bytes, 'text/csv; charset=shift_jis');
  return japanese.ok ? japanese.text : undefined;
}

/** Rows of the CSV form: one table of 32 columns, whose column 区分 gives the number of the part but not its title. */
export function rowsOfCsv(bytes: Uint8Array, mediaType: string): PartyRows {
  const text = textOf(bytes, mediaType);
  if (text === undefined) return { kind: 'structure_changed', because: 'the bytes are no text' };
  const read = readDelimited(text);
  if (!read.ok) return { kind: 'implausible', because: read.because };
  const [head, ...records] = read.records;
  const columns = columnsOf(head?.fields ?? []);
  if (!head || !columns)
    return { kind: 'structure_changed', because: 'the first line has not the headings of the list' };
  const ragged = records.find(({ fields }) => fields.length !== head.fields.length);
  if (ragged) {
    const because = `line ${ragged.line} has ${ragged.fields.length} fields, not ${head.fields.length}`;
    return { kind: ragged === records.at(-1) ? 'implausible' : 'structure_changed', because };
  }
  const part = columns.findIndex(({ role }) => role === 'section');
  const rows = records.map(({ fields, line }) => ({
    cells: fields.map((field) => field.trim()),
    columns,
    locator: `line ${line}`,
    sheet: `区分 ${fields[part]?.trim() ?? ''}`,
  }));
  return { kind: 'rows', form: 'csv', rows, empty: [] };
}
