/** One row of the Consolidated Screening List, from either of its two forms. Absent and `null` are empty. */
export interface CslRow {
  readonly source: string;
  readonly name: string;
  readonly entityNumber: string;
  readonly aliases: readonly string[];
  /** Street, city, state, postal code and country, joined by commas. */
  readonly addresses: readonly string[];
  /** ISO codes of the addresses, each once, in rising order. */
  readonly countries: readonly string[];
  readonly citation: string;
  readonly licenseRequirement: string;
  readonly licensePolicy: string;
  /** Remaining columns by the publisher's name, empty ones left out. */
  readonly details: Readonly<Record<string, string>>;
  readonly locator: string;
  /** The row's own characters in the file. */
  readonly quote: string;
}

/**
 * Columns that say something of the party. Left out: ids (random for MEU rows, a hash of name and citation for the
 * Entity List), links to the lists, and what has a field of its own.
 */
export const DETAIL_COLUMNS: readonly string[] =
  `type programs title start_date end_date standard_order remarks call_sign
  vessel_type gross_tonnage gross_registered_tonnage vessel_flag vessel_owner citizenships nationalities dates_of_birth
  places_of_birth ids`.split(/\s+/);

/** Countries in rising order, each once. */
export function distinctCountries(codes: readonly string[]): readonly string[] {
  return codes.length < 2 ? codes : [...new Set(codes)].sort();
}

/** Parts of a list cell in a fixed order: the publisher's order changes from day to day. */
export function joinSorted(parts: readonly string[]): string {
  const [first = ''] = parts;
  return parts.length < 2 ? first : [...new Set(parts)].sort().join('; ');
}
