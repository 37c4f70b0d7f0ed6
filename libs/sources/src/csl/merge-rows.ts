import { foldName, type ListEntry } from '#domain';
import { splitFootnotes } from '../ear-terms/footnote-designations.ts';
import { splitCitations } from '../ear-terms/register-citations.ts';
import type { CslRow } from './csl-row.ts';
import { listCodeOf } from './list-code.ts';
import { instrumentOfList } from './list-instrument.ts';

/** Lists that the EAR prints by destination: one party under two countries is two entries (15 CFR 744 Supp. 4, 6, 7). */
const BY_DESTINATION: ReadonlySet<string> = new Set(['EL', 'UVL', 'MEU']);

function keyOf(row: CslRow, list: string): string {
  if (row.entityNumber !== '') return `${list}\u001f#${row.entityNumber}`;
  const country = BY_DESTINATION.has(list) ? row.countries.join(' ') : '';
  return `${list}\u001f${foldName(row.name) || row.name}\u001f${country}`;
}

function union(rows: readonly CslRow[], of: (row: CslRow) => readonly string[]): readonly string[] {
  const [first] = rows;
  return rows.length === 1 && first ? of(first) : [...new Set(rows.flatMap(of))];
}

/** Of a party that is repeated by address, the first rows stand for all. */
const firstOf = (rows: readonly CslRow[], of: (row: CslRow) => string): readonly string[] =>
  (rows.length > 20 ? rows.slice(0, 20) : rows).map(of);

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

/** What is read out of a cell, kept for its next occurrence: thousands of rows print the same few hundred cells. */
function onceEach<Value>(read: (cell: string) => Value): (cell: string) => Value {
  const known = new Map<string, Value>();
  return (cell) => {
    const value = known.get(cell) ?? read(cell);
    known.set(cell, value);
    return value;
  };
}

interface Cells {
  readonly citations: (cell: string) => readonly string[];
  readonly footnotes: (cell: string) => readonly string[];
}

function entryOf(rows: readonly CslRow[], first: CslRow, list: string, cells: Cells): ListEntry {
  const requirement = mergedText(rows, ({ licenseRequirement }) => licenseRequirement);
  const policy = mergedText(rows, ({ licensePolicy }) => licensePolicy);
  const countries = union(rows, (row) => row.countries);
  const [country] = countries;
  const instrumentId = instrumentOfList(list);
  return {
    kind: 'entity',
    list,
    ...(instrumentId === undefined ? {} : { instrumentId }),
    name: first.name,
    ...(first.entityNumber === '' ? {} : { identity: first.entityNumber }),
    ...(countries.length === 1 && country !== undefined ? { country } : {}),
    aliases: union(rows, (row) => row.aliases),
    addresses: union(rows, (row) => row.addresses),
    ...(requirement === '' ? {} : { licenseRequirement: requirement }),
    ...(policy === '' ? {} : { licenseReviewPolicy: policy }),
    footnotes: cells.footnotes(requirement),
    citations: union(rows, (row) => cells.citations(row.citation)),
    details: mergedDetails(rows),
    locator: firstOf(rows, ({ locator }) => locator).join(', '),
    quote: firstOf(rows, ({ quote }) => quote).join('\n'),
  };
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
  const parties = Map.groupBy(rows, (row) => keyOf(row, listOf(row.source)));
  const entries: ListEntry[] = [];
  for (const own of parties.values()) {
    const first = own[0];
    if (first) entries.push(entryOf(own, first, listOf(first.source), cells));
  }
  return entries;
}
