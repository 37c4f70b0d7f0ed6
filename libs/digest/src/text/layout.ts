import type { Citation, DigestLine } from '../digest.ts';

/** A section heading with its lines; a section without lines is left out. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, '-'.repeat([...heading].length), ...lines, ''];
}

/** Publisher text on one line: a line break in a name must not look like a new entry. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** Citations with the official page first. */
export function citationLine({ text, url, officialUrl }: Citation): string {
  const links = officialUrl === undefined || officialUrl === url ? url : `${officialUrl} (read from ${url})`;
  return `    ${oneLine(text)}: ${links}`;
}

/** A bullet with its citations. */
export function bullet({ sentence, band, citations }: DigestLine): readonly string[] {
  return [`* ${band === undefined ? '' : `[${band}] `}${oneLine(sentence)}`, ...citations.map(citationLine)];
}

/** Cells of one row, empty ones as a dash. */
export function row(...cells: readonly string[]): string {
  return cells.map((cell) => oneLine(cell) || '-').join(' | ');
}
