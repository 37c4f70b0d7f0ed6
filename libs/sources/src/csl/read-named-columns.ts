import { countryOfEnglishName } from '#domain';
import { type DelimitedRecord, readDelimited } from '../delimited/read-delimited.ts';
import { trimTail } from '../ear-terms/trim-tail.ts';
import type { CslRow } from './csl-row.ts';
import type { CslRows } from './read-json.ts';

/**
 * The 31 columns of the Bureau's own lists (Entity List, Military End-User List) and of the Consolidated Screening List before
 * 2015, in any order. All must be there: this layout is known by them.
 */
const COLUMNS: readonly string[] = [
  'source list',
  'entity number',
  'sdn type',
  'programs',
  'name',
  'title',
  'address',
  'city',
  'state/province',
  'postal code',
  'country',
  'federal register notice',
  'effective date',
  'date lifted/waived/expired',
  'standard order',
  'license requirement',
  'license policy',
  'call sign',
  'vessel type',
  'gross tonnage',
  'gross register tonnage',
  'vessel flag',
  'vessel owner',
  'remarks/notes',
  'address number',
  'address remarks',
  'alternate number',
  'alternate type',
  'alternate name',
  'alternate remarks',
  'web link',
];

/** Columns that say something of the party, by the name that the later layouts give them. */
const DETAILS: readonly (readonly [column: string, detail: string])[] = [
  ['sdn type', 'type'],
  ['programs', 'programs'],
  ['title', 'title'],
  ['date lifted/waived/expired', 'end_date'],
  ['remarks/notes', 'remarks'],
];

/** A line above the header says when the file was made. */
const HEADER_WITHIN = 5;
/** Share of rows whose country and citation must be what their column says; fewer means that the columns moved. */
const SOUND_SHARE = 0.9;

/** True for text in this layout: its header stands in the first lines, after a byte order mark or not. */
export function hasNamedColumns(text: string): boolean {
  return /(?:^|[,"\uFEFF])source list(?=[,"\s]|$)/im.test(text.slice(0, 2_000));
}

/** `AF` and `Afghanistan` are one. */
function isoOf(country: string): string | undefined {
  return /^[A-Z]{2}$/.test(country) ? country : countryOfEnglishName(country);
}

/** `4Paradigm; 4th Paradigm; and Fourth Paradigm` is three; so is the same with a dash before each. */
function aliasesOf(cell: string): readonly string[] {
  return cell
    .split(/;|\n/)
    .map((part) => trimTail(part.trim().replace(/^(?:and\s+)?[—–-]?\s*/i, ''), ' ,;.'))
    .filter((alias) => alias !== '' && !/^a\.?k\.?a/i.test(alias));
}

function rowOf(record: DelimitedRecord, columns: ReadonlyMap<string, number>): CslRow {
  const cell = (column: string): string => record.fields[columns.get(column) ?? -1]?.trim() ?? '';
  const country = isoOf(cell('country')) ?? cell('country');
  const address = [cell('address'), cell('city'), cell('state/province'), cell('postal code'), country];
  const details = DETAILS.flatMap(([column, detail]) => (cell(column) === '' ? [] : [[detail, cell(column)] as const]));
  return {
    source: cell('source list'),
    name: trimTail(cell('name')),
    entityNumber: cell('entity number'),
    aliases: aliasesOf(cell('alternate name')),
    addresses: address.slice(0, -1).every((part) => part === '') ? [] : [address.filter(Boolean).join(', ')],
    countries: isoOf(cell('country')) === undefined ? [] : [country],
    citation: cell('federal register notice'),
    licenseRequirement: cell('license requirement'),
    licensePolicy: cell('license policy'),
    details: Object.fromEntries(details),
    locator: `line ${record.line}`,
    quote: record.raw,
  };
}

/**
 * Reads the Bureau's own CSV: a party has a row for each of its addresses, and in the oldest files for each of its aliases.
 * A header with a column less is `structure_changed`, a last record cut short `implausible`.
 */
export function readNamedColumns(text: string): CslRows {
  const read = readDelimited(text);
  if (!read.ok) return { kind: 'implausible', because: read.because };
  const headings = read.records.slice(0, HEADER_WITHIN).map(({ fields }) => fields.map(foldHeading));
  const at = headings.findIndex((fields) => fields.includes('source list'));
  const heading = headings[at] ?? [];
  const missing = COLUMNS.filter((column) => !heading.includes(column));
  if (missing.length > 0) return { kind: 'structure_changed', because: `no column ${missing.join(', ')}` };
  const records = read.records.slice(at + 1);
  const ragged = records.find(({ fields }) => fields.length !== heading.length);
  if (ragged) {
    const because = `line ${ragged.line} has ${ragged.fields.length} fields, not ${heading.length}`;
    return { kind: ragged === records.at(-1) ? 'implausible' : 'structure_changed', because };
  }
  const columns = new Map(heading.map((column, index) => [column, index]));
  return soundRows(records.map((record) => rowOf(record, columns)));
}

const foldHeading = (heading: string): string => heading.trim().toLowerCase().replace(/\s+/g, ' ');

function soundRows(rows: readonly CslRow[]): CslRows {
  const nameless = rows.find(({ source, name }) => source === '' || name === '');
  if (nameless) return { kind: 'structure_changed', because: `${nameless.locator} has no source list and name` };
  const placed = rows.filter(({ countries }) => countries.length > 0).length;
  if (placed < SOUND_SHARE * rows.length)
    return { kind: 'structure_changed', because: `${rows.length - placed} rows name no known country` };
  // Only the Bureau's lists cite the Federal Register in every row.
  const own = rows.filter(({ source }) => /^(?:EL|MEU)\b|\((?:EL|MEU)\)/.test(source));
  const cited = own.filter(({ citation }) => /\bFR\b|F\.R\./i.test(citation)).length;
  if (cited < SOUND_SHARE * own.length)
    return { kind: 'structure_changed', because: `${own.length - cited} rows cite no notice` };
  return { kind: 'rows', rows, sources: [] };
}
