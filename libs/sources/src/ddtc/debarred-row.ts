import type { DelimitedRecord } from '../delimited/read-delimited.ts';
import type { DebarredList } from './debarred-list.ts';
import { cellAsMeant } from './list-text.ts';

/** One row of either list. */
export interface DebarredRow {
  /** Name and aliases as printed in one cell. */
  readonly party: string;
  /** `August, 1989`, or empty. The administrative list has none. */
  readonly dateOfBirth: string;
  readonly notice: string;
  readonly noticeDate: string;
  readonly correctedNotice: string;
  readonly locator: string;
  readonly quote: string;
}

const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '');

/** Columns by what they hold: the publisher's headings over the years, folded. */
const COLUMNS: Readonly<Record<DebarredList, Readonly<Record<'party' | 'notice' | 'date', readonly string[]>>>> = {
  statutory: {
    party: ['partyname', 'debarredpartyfullnameandalias', 'debarredpartyfullname', 'debarredparty'],
    notice: ['federalregisternotice', 'notice'],
    date: ['noticedate'],
  },
  administrative: { party: ['name'], notice: ['federalregisternotice', 'notice'], date: ['date'] },
};

/** Which list a heading belongs to; `undefined` where it is of neither. */
export function listOfHeading(heading: readonly string[]): DebarredList | undefined {
  const found = new Set(heading.map(fold));
  const has = (list: DebarredList) =>
    Object.values(COLUMNS[list]).every((names) => names.some((name) => found.has(name)));
  if (has('statutory')) return 'statutory';
  return has('administrative') ? 'administrative' : undefined;
}

/** Rows of the records below the heading, by column name. */
export function rowsOf(
  list: DebarredList,
  heading: readonly string[],
  records: readonly DelimitedRecord[],
): readonly DebarredRow[] {
  const columns = new Map(heading.map((name, index) => [fold(name), index]));
  return records.map(({ fields, line, raw }) => {
    const cell = (names: readonly string[]): string => {
      const at = names.map((name) => columns.get(name)).find((index) => index !== undefined);
      return cellAsMeant(fields[at ?? -1] ?? '');
    };
    return {
      party: cell(COLUMNS[list].party),
      dateOfBirth: cell(['dateofbirth']),
      notice: cell(COLUMNS[list].notice),
      noticeDate: cell(COLUMNS[list].date),
      correctedNotice: cell(['correctednotice']),
      locator: `line ${line}`,
      quote: raw,
    };
  });
}
