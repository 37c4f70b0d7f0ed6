import type { Source } from '../source.ts';

/** The section or appendix as eCFR shows it today, by its printed label: `§ 744.11`, `Supplement No. 4 to Part 744`. */
export function nodePage(source: Source, subjectLabel: string): string {
  const base = `https://www.ecfr.gov/current/title-${Number(source.params.title)}`;
  const section = /^§\s*(\d{1,4}[a-z]?)(\.[\w.-]{1,30})$/i.exec(subjectLabel.trim());
  if (section) return `${base}/section-${section[1]}${section[2]}`;
  const part = /\bto (?:subpart \w+ of )?part (\d{1,4}[a-z]?)$/i.exec(subjectLabel.trim())?.[1];
  return part === undefined ? source.link : `${base}/part-${part}/appendix-${encodeURIComponent(subjectLabel.trim())}`;
}
