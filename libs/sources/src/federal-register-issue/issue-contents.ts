import { isDocumentNumber, normalDocumentNumber } from '../federal-register/document-number.ts';
import type { CheerioAPI } from '../markup/index.ts';
import { lineOf, withHyphens } from './issue-text.ts';

/** What the table of contents says of one document. */
export interface ContentsEntry {
  /** `State Department`, `Industry and Security Bureau`, in the order of the contents. */
  readonly agencies: readonly string[];
  /** First page, where the contents name it for this document alone. */
  readonly page?: string;
}

/** The table of contents (`CNTNTS`) by document number. */
export function contentsOf($: CheerioAPI): ReadonlyMap<string, ContentsEntry> {
  const contents = new Map<string, ContentsEntry>();
  for (const agency of $('CNTNTS > AGCY').toArray()) {
    const name = lineOf($, $(agency).children('HD').first());
    for (const entry of $(agency).find('DOCENT, SJDENT, SUBSJDENT').toArray()) {
      const numbers = $(entry)
        .find('FRDOCBP')
        .toArray()
        .map((number) => normalDocumentNumber($(number).text()))
        .filter(isDocumentNumber);
      const page = /^[A-Z]?\d+/.exec(withHyphens(lineOf($, $(entry).find('PGS').first())))?.[0];
      const alone = numbers.length === 1 && page !== undefined ? { page } : {};
      for (const number of numbers) {
        const agencies = [...(contents.get(number)?.agencies ?? []), name].filter((known) => known !== '');
        contents.set(number, { agencies: [...new Set(agencies)], ...alone });
      }
    }
  }
  return contents;
}
