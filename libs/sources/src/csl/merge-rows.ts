import { foldName, type ListEntry } from '#domain';
import { splitFootnotes } from '../ear-terms/footnote-designations.ts';
import { splitCitations } from '../ear-terms/register-citations.ts';
import type { CslRow } from './csl-row.ts';
import { listCodeOf } from './list-code.ts';
import { instrumentOfList } from './list-instrument.ts';

/** Lists that the EAR prints by destination: one party under two countries is two entries (15 CFR 744 Supp. 4, 6, 7). */
const BY_DESTINATION: ReadonlySet<string> = new Set(['EL', 'UVL', 'MEU']);

/** Key of a row within its list. */
function keyOf(row: CslRow, list: string): string {
  if (row.entityNumber !== '') return row.entityNumber;
  const country = BY_DESTINATION.has(list) ? row.countries.join(' ') : '';
  return `\u001f${foldName(row.name) || row.name}\u001f${country}`;
}

function union(rows: readonly CslRow[], of: (row: CslRow) => readonly string[]): readonly string[] {
  const [first] = rows;
  return rows.length === 1 && first ? of(first) : [...new Set(rows.flatMap(of))];
}

/** Of a party that is repeated by address, the first rows stand for all. */
function firstOf(rows: readonly CslRow[], of: (row: CslRow) => string, separator: string): string {
  const [first] = rows;
  return rows.length === 1 && first ? of(first) : rows.slice(0, 20).map(of).join(separator);
}

function mergedDetails(rows: readonly CslRow[]): Readonly<Record<string, string>> {
  const [first] = rows;
  if (rows.length === 1 && first) return first.details;
  const columns = new Set(rows.flatMap(({ details }) => Object.keys(details)));
  return Object.fromEntries(
    [...columns].map((column) => [
      column,
      [...new Set(rows.map(({ details }) => details[column] ?? ''))].filter(Boolean).sort().join('; '),
    ]),
  );
}

/** Terms differ only where the publisher repeats a party by address; each different wording is kept. */
function mergedText(rows: readonly CslRow[], of: (row: CslRow) => string): string {
  const [first] = rows;
  if (rows.length === 1 && first) return of(first);
  return [...new Set(rows.map(of))]
    .filter((text) => text !== '')
    .sort()
    .join('; ');
}

/** What is read out of a cell, kept for its next occurrence: thousands of rows print the same few hundred cells, most of them none. */
function onceEach<Value>(read: (cell: string) => Value): (cell: string) => Value {
  const known = new Map<string, Value>();
  const ofEmpty = read('');
  return (cell) => {
    if (cell === '') return ofEmpty;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const value = read(cell);
    known.set(cell, value);
    return value;
  };
}

/** The rows of one party in one list. */
interface Party {
  readonly list: string;
  readonly rows: [CslRow, ...CslRow[]];
}

interface Cells {
  readonly citations: (cell: string) => readonly string[];
  readonly footnotes: (cell: string) => readonly string[];
}

/** An entry while it is put together. */
type Draft = { -readonly [Field in keyof ListEntry]: ListEntry[Field] };

/** Fields that a row leaves out are not set one by one by spreading: there are 26,000 rows. */
function entryOf({ rows, list }: Party, cells: Cells): ListEntry {
  const [first] = rows;
  const requirement = mergedText(rows, ({ licenseRequirement }) => licenseRequirement);
  const policy = mergedText(rows, ({ licensePolicy }) => licensePolicy);
  const countries = union(rows, (row) => row.countries);
  const [country] = countries;
  const instrumentId = instrumentOfList(list);
  const entry: Draft = {
    kind: 'entity',
    list,
    name: first.name,
    aliases: union(rows, (row) => row.aliases),
    addresses: union(rows, (row) => row.addresses),
    footnotes: cells.footnotes(requirement),
    citations: union(rows, (row) => cells.citations(row.citation)),
    details: mergedDetails(rows),
    locator: firstOf(rows, ({ locator }) => locator, ', '),
    quote: firstOf(rows, ({ quote }) => quote, '\n'),
  };
  if (instrumentId !== undefined) entry.instrumentId = instrumentId;
  if (first.entityNumber !== '') entry.identity = first.entityNumber;
  if (countries.length === 1 && country !== undefined) entry.country = country;
  if (requirement !== '') entry.licenseRequirement = requirement;
  if (policy !== '') entry.licenseReviewPolicy = policy;
  return entry;
}

/**
 * Joins the rows of one party: by OFAC entity number, else by list and name, else (lists by destination) also by country.
 * Row ids are never used: an Entity List id is a hash that changes with the citation, a MEU id is random at each import.
 */
export function mergeRows(rows: readonly CslRow[]): readonly ListEntry[] {
  const listOf = onceEach(listCodeOf);
  const cells: Cells = {
    citations: onceEach((cell) => [...new Set(splitCitations(cell))]),
    footnotes: onceEach((requirement) => splitFootnotes(requirement).footnotes),
  };
  const lists = new Map<string, Map<string, Party>>();
  const parties: Party[] = [];
  for (const row of rows) {
    const list = listOf(row.source);
    const own = lists.get(list) ?? new Map<string, Party>();
    lists.set(list, own);
    const key = keyOf(row, list);
    const known = own.get(key);
    if (known) {
      known.rows.push(row);
      continue;
    }
    const party: Party = { list, rows: [row] };
    own.set(key, party);
    parties.push(party);
  }
  return parties.map((party) => entryOf(party, cells));
}
