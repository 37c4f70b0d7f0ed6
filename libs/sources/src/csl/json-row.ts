import { type CslRow, DETAIL_COLUMNS, distinctCountries, joinSorted } from './csl-row.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** One for all rows: most name no alias and no address. */
const NONE: readonly string[] = [];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : NONE);

function wordsOf(values: readonly unknown[], of: (value: unknown) => string = wordOf): readonly string[] {
  if (values.length === 0) return NONE;
  const words: string[] = [];
  for (const value of values) {
    const word = of(value);
    if (word !== '') words.push(word);
  }
  return words;
}

const ADDRESS_PARTS = ['address', 'city', 'state', 'postal_code', 'country'] as const;
const ID_PARTS = ['type', 'number', 'country', 'issue_date', 'expiration_date'] as const;

function joined(fields: unknown, parts: readonly string[]): string {
  if (!isFields(fields)) return wordOf(fields);
  let line = '';
  for (const part of parts) {
    const word = wordOf(fields[part]);
    if (word !== '') line = line === '' ? word : `${line}, ${word}`;
  }
  return line;
}

const addressOf = (address: unknown): string => joined(address, ADDRESS_PARTS);
const countryOf = (address: unknown): string => (isFields(address) ? wordOf(address.country) : '');
const idOf = (id: unknown): string => joined(id, ID_PARTS);

function detailOf(value: unknown): string {
  return Array.isArray(value) ? joinSorted(wordsOf(value, idOf)) : wordOf(value);
}

/** @returns the row, or `undefined` when it is no object with a list and a name. */
export function rowOfJson(value: unknown, locator: string, quote: string): CslRow | undefined {
  if (!isFields(value)) return undefined;
  const source = wordOf(value.source);
  const name = wordOf(value.name);
  if (source === '' || name === '') return undefined;
  const addresses = listOf(value.addresses);
  const details: Record<string, string> = {};
  for (const column of DETAIL_COLUMNS) {
    const cell = value[column];
    const detail = cell === null || cell === undefined ? '' : detailOf(cell);
    if (detail !== '') details[column] = detail;
  }
  return {
    source,
    name,
    entityNumber: wordOf(value.entity_number),
    aliases: wordsOf(listOf(value.alt_names)),
    addresses: wordsOf(addresses, addressOf),
    countries: distinctCountries(wordsOf(addresses, countryOf)),
    citation: wordOf(value.federal_register_notice),
    licenseRequirement: wordOf(value.license_requirement),
    licensePolicy: wordOf(value.license_policy),
    details,
    locator,
    quote,
  };
}
