import { type CslRow, DETAIL_COLUMNS, distinctCountries, joinSorted } from './csl-row.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function wordsOf(value: unknown): readonly string[] {
  return listOf(value)
    .map(wordOf)
    .filter((word) => word !== '');
}

const ADDRESS_PARTS = ['address', 'city', 'state', 'postal_code', 'country'] as const;
const ID_PARTS = ['type', 'number', 'country', 'issue_date', 'expiration_date'] as const;

function joined(fields: unknown, parts: readonly string[]): string {
  if (!isFields(fields)) return wordOf(fields);
  return parts
    .map((part) => wordOf(fields[part]))
    .filter((word) => word !== '')
    .join(', ');
}

function detailOf(value: unknown): string {
  if (!Array.isArray(value)) return wordOf(value);
  return joinSorted(value.map((part) => joined(part, ID_PARTS)).filter((part) => part !== ''));
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
    const detail = value[column] === null ? '' : detailOf(value[column]);
    if (detail !== '') details[column] = detail;
  }
  return {
    source,
    name,
    entityNumber: wordOf(value.entity_number),
    aliases: wordsOf(value.alt_names),
    addresses: addresses.map((address) => joined(address, ADDRESS_PARTS)).filter((address) => address !== ''),
    countries: distinctCountries(
      addresses.map((address) => (isFields(address) ? wordOf(address.country) : '')).filter(Boolean),
    ),
    citation: wordOf(value.federal_register_notice),
    licenseRequirement: wordOf(value.license_requirement),
    licensePolicy: wordOf(value.license_policy),
    details,
    locator,
    quote,
  };
}
