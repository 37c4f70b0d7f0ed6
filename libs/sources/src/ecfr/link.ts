import type { Source } from '../source.ts';

/** The appendix as eCFR shows it today. The site has no address for a single row. */
export function appendixPage(source: Source): string {
  const { title, part, appendix } = source.params;
  if (title === undefined || part === undefined || appendix === undefined) return source.link;
  return `https://www.ecfr.gov/current/title-${title}/part-${part}/appendix-${encodeURIComponent(String(appendix))}`;
}
