import { parseEnglishDate } from '#time';

/** A page of the Federal Register, with the day of its issue where the citation prints it. */
export interface RegisterCitation {
  /** `88 FR 85097`, however it was printed. */
  readonly page: string;
  /** Calendar date `2023-12-07`. */
  readonly on?: string;
}

const CITATION =
  /\b(\d{2,3})\s*F\.?\s?R\.?\s*(\d{1,6})\b(?:[,\s]+(\d{1,2}\/\d{1,2}\/\d{2,4}|[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4}))?/g;

function dayOf(printed: string | undefined): string | undefined {
  if (printed === undefined) return undefined;
  const [month, day, year] = printed.split('/');
  if (month === undefined || day === undefined || year === undefined) return parseEnglishDate(printed);
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Every citation of the Federal Register in a text: `88 FR 85097, 12/7/23.`, `91 F.R. 99997 8/1/2026`. */
export function registerCitationsIn(text: string): readonly RegisterCitation[] {
  return [...text.matchAll(CITATION)].map(([, volume, page, printed]) => {
    const on = dayOf(printed);
    return { page: `${volume} FR ${page}`, ...(on === undefined ? {} : { on }) };
  });
}
