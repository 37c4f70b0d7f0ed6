import { type DelimitedRecord, readDelimited } from '../delimited/read-delimited.ts';
import { type CslRow, DETAIL_COLUMNS, distinctCountries, joinSorted } from './csl-row.ts';
import type { CslRows } from './read-json.ts';

const NEEDED = [
  'source',
  'name',
  'addresses',
  'alt_names',
  'federal_register_notice',
  'license_requirement',
  'license_policy',
];
const LIST_COLUMNS = new Set(['programs', 'citizenships', 'nationalities', 'dates_of_birth', 'places_of_birth', 'ids']);

const partsOf = (cell: string): readonly string[] =>
  cell
    .split(/;\s+|;$/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The country closes an address: `Room 605, Mongkok, HK`. A bare `HK` is an address, too. */
function countryOf(address: string): string | undefined {
  return /(?:^|,\s*)([A-Z]{2})$/.exec(address)?.[1];
}

function rowOf(record: DelimitedRecord, columns: ReadonlyMap<string, number>): CslRow {
  const cell = (column: string): string => record.fields[columns.get(column) ?? -1]?.trim() ?? '';
  const addresses = partsOf(cell('addresses'));
  const details: Record<string, string> = {};
  for (const column of DETAIL_COLUMNS) {
    const value = LIST_COLUMNS.has(column) ? joinSorted(partsOf(cell(column))) : cell(column);
    if (value !== '') details[column] = value;
  }
  return {
    source: cell('source'),
    name: cell('name'),
    entityNumber: cell('entity_number'),
    aliases: partsOf(cell('alt_names')),
    addresses,
    countries: distinctCountries(addresses.map(countryOf).filter((code) => code !== undefined)),
    citation: cell('federal_register_notice'),
    licenseRequirement: cell('license_requirement'),
    licensePolicy: cell('license_policy'),
    details,
    locator: `line ${record.line}`,
    quote: record.raw,
  };
}

/**
 * Reads the CSV or TSV download (29 columns, 28 without `_id` until 2023) by its header. A header repeated among the rows is no
 * party. A record with another number of fields is a changed layout: its cells cannot be told apart.
 */
export function readCsvRows(text: string): CslRows {
  const isTabbed = (text.split(/[\r\n]/, 1)[0] ?? '').includes('\t');
  const read = readDelimited(text, isTabbed ? '\t' : ',');
  if (!read.ok) return { kind: 'implausible', because: read.because };
  const [header, ...records] = read.records;
  const columns = new Map(header?.fields.map((column, index) => [column.trim().toLowerCase(), index]) ?? []);
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (!header || missing.length > 0) return { kind: 'structure_changed', because: `no column ${missing.join(', ')}` };
  const ragged = records.find(({ fields }) => fields.length !== header.fields.length);
  if (ragged) {
    const isLast = ragged === records.at(-1);
    const because = `line ${ragged.line} has ${ragged.fields.length} fields, not ${header.fields.length}`;
    return { kind: isLast ? 'implausible' : 'structure_changed', because };
  }
  const rows = records.filter(({ raw }) => raw !== header.raw).map((record) => rowOf(record, columns));
  const nameless = rows.find(({ source, name }) => source === '' || name === '');
  if (nameless) return { kind: 'structure_changed', because: `${nameless.locator} has no source and name` };
  return { kind: 'rows', rows, sources: [] };
}
