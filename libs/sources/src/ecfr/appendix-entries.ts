import { countryOfEnglishName, type ListEntry } from '#domain';
import { splitFootnotes } from '../ear-terms/footnote-designations.ts';
import { splitCitations } from '../ear-terms/register-citations.ts';
import type { AppendixRow } from './appendix-table.ts';
import { readEntityCell } from './entity-cell.ts';

/** Entries of an appendix with what must hold before they are believed. */
export interface AppendixEntries {
  readonly entries: readonly ListEntry[];
  /** Country of each entry by ISO code, else as printed; same order as `entries`. */
  readonly sections: readonly string[];
  /** Countries as printed that no table knows. */
  readonly unknownCountries: readonly string[];
  /** First row before which no country was printed. */
  readonly rowWithoutCountry: number | undefined;
}

/** Rows that state nothing: a reserved place, an elision. */
const STATES_NOTHING = /^\[?\s*reserved\s*\]?\.?$|^(?:\*\s*)+$/i;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function termsOf(row: AppendixRow): Pick<ListEntry, 'licenseRequirement' | 'licenseReviewPolicy' | 'footnotes'> {
  const requirement = oneLine(row.cells.licenseRequirement ?? '');
  const policy = oneLine(row.cells.licenseReviewPolicy ?? '');
  return {
    ...(requirement === '' ? {} : { licenseRequirement: requirement }),
    ...(policy === '' ? {} : { licenseReviewPolicy: policy }),
    footnotes: splitFootnotes(requirement).footnotes,
  };
}

/** Turns rows into entries of `list`. A blank country cell means the country above it (15 CFR 744 Supplement No. 4). */
export function entriesOf(rows: readonly AppendixRow[], list: string, appendix: string): AppendixEntries {
  const entries: ListEntry[] = [];
  const sections: string[] = [];
  const unknownCountries = new Set<string>();
  let printed = '';
  let rowWithoutCountry: number | undefined;
  for (const row of rows) {
    printed = oneLine(row.cells.country ?? '') || printed;
    const cell = row.cells.party ?? '';
    if (cell === '' || STATES_NOTHING.test(cell)) continue;
    if (printed === '') rowWithoutCountry ??= row.number;
    const country = countryOfEnglishName(printed);
    if (country === undefined) unknownCountries.add(printed);
    const { parties, crossReferences } = readEntityCell(cell);
    const shared = {
      kind: 'entity' as const,
      list,
      ...(country === undefined ? {} : { country }),
      ...termsOf(row),
      citations: splitCitations(oneLine(row.cells.citation ?? '')),
      locator: `${appendix}, ${printed}, row ${row.number}`,
      quote: row.text,
    };
    for (const [index, party] of parties.entries()) {
      entries.push({ ...shared, ...party, details: detailsOf(index === 0 ? crossReferences : []) });
      sections.push(country ?? printed);
    }
  }
  return { entries, sections, unknownCountries: [...unknownCountries], rowWithoutCountry };
}

function detailsOf(crossReferences: readonly string[]): ListEntry['details'] {
  return crossReferences.length === 0 ? {} : { 'cross-references': [...crossReferences].sort().join('; ') };
}
