import type { DelimitedRecord } from '../delimited/read-delimited.ts';
import { splitNameAndAddress } from './name-and-address.ts';

/** One row of the list, from either of its layouts. A party has a row for each of its addresses. */
export interface DeniedRow {
  readonly name: string;
  readonly address: string;
  /** As printed, `06/19/2003`. */
  readonly effectiveDate: string;
  readonly expirationDate: string;
  readonly citation: string;
  /** Whether the order is in the standard terms of Supplement No. 1 to 15 CFR part 764. */
  readonly denialType: string;
  readonly locator: string;
  readonly quote: string;
}

type Cell = (column: string) => string;

const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '');

const NEEDED: readonly (readonly string[])[] = [
  ['nameandaddress', 'name'],
  ['effectivedate'],
  ['expirationdate'],
  ['appropriatefederalregistercitations', 'frcitation', 'federalregistercitations', 'federalregistercitation'],
];

/** Names of needed columns that the heading lacks. */
export function missingColumns(heading: readonly string[]): readonly string[] {
  const columns = new Set(heading.map(fold));
  const missing = NEEDED.filter((names) => !names.some((name) => columns.has(name))).map(([first = '']) => first);
  return columns.has('name') && !columns.has('country') ? [...missing, 'country'] : missing;
}

/** States and territories (USPS codes): the list leaves `US` out after many of them. */
const STATES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
  SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP`.split(/\s+/),
);

/** One form for both layouts: empty parts left out, the country told where the state tells it. */
function addressOf(street: string, city: string, state: string, country: string, postalCode: string): string {
  const stated = country === '' && STATES.has(state.toUpperCase()) ? 'US' : country;
  // A spreadsheet takes the leading zeros of a ZIP code away, and gives them back another day.
  const code = stated === 'US' && /^\d{3,4}$/.test(postalCode) ? postalCode.padStart(5, '0') : postalCode;
  return [street, city, state, stated, code].filter((part) => part !== '').join(', ');
}

function nameAndAddress(cell: Cell): { readonly name: string; readonly address: string } {
  const joined = cell('nameandaddress');
  if (joined === '') {
    const parts = [cell('streetaddress'), cell('city'), cell('state'), cell('country'), cell('postalcode')] as const;
    return { name: cell('name').replace(/[\s,]+$/, ''), address: addressOf(...parts) };
  }
  const { name, street, city, state, country, postalCode } = splitNameAndAddress(joined);
  return { name, address: addressOf(street, city, state, country, postalCode) };
}

/** `Y` of the old layout and `Standard` of the new one say the same. */
function denialType(cell: Cell): string {
  const old = cell('standardorder').toUpperCase();
  if (old !== '') return old === 'Y' ? 'Standard' : 'Non-Standard';
  return cell('typeofdenial');
}

/** Rows of the records below the heading, by column name. */
export function rowsOf(heading: readonly string[], records: readonly DelimitedRecord[]): readonly DeniedRow[] {
  const columns = new Map(heading.map((name, index) => [fold(name), index]));
  return records.map((record) => {
    const cell: Cell = (column) => record.fields[columns.get(column) ?? -1]?.replace(/\s+/g, ' ').trim() ?? '';
    const citation = NEEDED[3]?.map(cell).find((text) => text !== '') ?? '';
    return {
      ...nameAndAddress(cell),
      effectiveDate: cell('effectivedate'),
      expirationDate: cell('expirationdate'),
      citation,
      denialType: denialType(cell),
      locator: `line ${record.line}`,
      quote: record.raw,
    };
  });
}
